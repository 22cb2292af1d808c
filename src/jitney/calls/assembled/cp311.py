# Made by tools/make_routines.py; do not edit.

CONDITIONS = (32, 16, 24, 24, 16, False, 16, 0, 16, False, 24, 8, 168, True, '_PyThreadState_UncheckedGet')

ROUTINES = {
    'common': (
        ['drop', 'release', 'release_quietly', 'raise_object', 'unpack_signed', 'unpack_unsigned'],
        (
            [
                ('text', 16, (
                    b'H\xff\x0ft\x01\xc3P\xe8\x00\x00\x00\x00X\xc3f\x90H\x85\xfft*SUH'
                    b'\x83\xec\x08H\x89\xfbH\x8b+H\xff\xcdx\x13H\x89+Hk\xedPH\x8d|'
                    b'+\x08\xe8\x00\x00\x00\x00\xeb\xe5H\x83\xc4\x08][\xc3SH\x83\xec H\x89\xfb'
                    b'H\xc7\x04$\x00\x00\x00\x00H\xc7D$\x08\x00\x00\x00\x00H\xc7D$\x10\x00\x00'
                    b'\x00\x00H\x89\xe7H\x8dt$\x08H\x8dT$\x10\xe8\x00\x00\x00\x00H\x89\xdf\xe8'
                    b'\x94\xff\xff\xffH\x8b<$H\x8bt$\x08H\x8bT$\x10\xe8\x00\x00\x00\x00H'
                    b'\x83\xc4 [\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00f\x90SUH\x83\xec\x08H\x89'
                    b'\xfb\xe8\x00\x00\x00\x00H\x89\xc5H\x89\xc7H\x89\xde\xe8\x00\x00\x00\x00H\x89\xef\xe8'
                    b'\x00\x00\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00H\x83\xc4\x08][\xc3f\x0f\x1f\x84\x00'
                    b'\x00\x00\x00\x00\x0f\x1f@\x00RL\x8bP\x10M\x89\xd3I\xf7\xdbM\x0fH\xdaI'
                    b'\x83\xfb\x03wE\x8bP\x18I\x83\xfb\x02r!t\x14D\x8bX A\xf7\xc3\xf0'
                    b'\xff\xff\xffu-I\xc1\xe3<L\t\xdaD\x8bX\x1cI\xc1\xe3\x1eL\t\xdaM'
                    b'\x85\xd2x\x0bH\x85\xd2x\x11H\x89\xd0Z\xf8\xc3H\xf7\xday\x06H\x89\xd0Z'
                    b'\xf8\xc3Z\xf9\xc3\x0f\x1f\x00RL\x8bP\x10M\x89\xd3I\xf7\xdbM\x0fH\xdaI'
                    b'\x83\xfb\x03w5\x8bP\x18I\x83\xfb\x02r!t\x14D\x8bX A\xf7\xc3\xf0'
                    b'\xff\xff\xffu\x1dI\xc1\xe3<L\t\xdaD\x8bX\x1cI\xc1\xe3\x1eL\t\xdaM'
                    b'\x85\xd2x\x06H\x89\xd0Z\xf8\xc3Z\xf9\xc3'
                )),
            ],
            [
                ('drop', 'text', 0),
                ('release', 'text', 16),
                ('release_quietly', 'text', 64),
                ('raise_object', 'text', 160),
                ('unpack_signed', 'text', 224),
                ('unpack_unsigned', 'text', 320),
            ],
            [
                ('text', 8, 'branch32', '_Py_Dealloc', -4),
                ('text', 51, 'branch32', 'PyBuffer_Release', -4),
                ('text', 112, 'branch32', 'PyErr_Fetch', -4),
                ('text', 139, 'branch32', 'PyErr_Restore', -4),
                ('text', 170, 'branch32', 'PyObject_Type', -4),
                ('text', 184, 'branch32', 'PyErr_SetObject', -4),
                ('text', 192, 'branch32', 'Py_DecRef', -4),
                ('text', 200, 'branch32', 'Py_DecRef', -4),
            ],
        ),
    ),
    'jit': (
        ['pause', 'deepen', 'upcall', 'retain', 'release', 'check_stack', 'take_gil', 'keep_all', 'find_stack', 'run_python', 'give_gil'],
        (
            [
                ('text', 16, (
                    b'PR\x0f1H\xc1\xe2 H\t\xd0I;G r)H\x05\x80\x84\x1e\x00A'
                    b'\x83\x7f\x0c\x00t\x06H\x05\x80\x8d[\x00I\x89G H\x8d\x05\x91\x02\x00\x00\xe8'
                    b'|\x01\x00\x00H\xf7\xd8ZX\xc3ZX\xf8\xc3f\x90PRH\x8d\x05\xf7\x01\x00'
                    b'\x00\xe8b\x01\x00\x00H9\xc4r\x04I\x89G\x10ZX\xc3f\x0f\x1fD\x00\x00'
                    b'SUH\x83\xec\x08H\x89\xfb\xe8"\x01\x00\x00\xe8\xbd\x00\x00\x00rIL\x89\xff'
                    b'\xe8\x00\x00\x00\x00H\x85\xc0t<H\x89\xc5H\x89\xdfH\x89\xc61\xd21\xc0\xe8'
                    b'\x00\x00\x00\x00H\x89\xefH\x89\xc5\xe8\x00\x00\x00\x00H\x85\xedt\x1aH\x89\xef\xe8'
                    b'\x00\x00\x00\x001\xed\xe8M\x02\x00\x00H\xf7\xddH\x8dd$\x08][\xc3\xbd\x01'
                    b'\x00\x00\x00\xeb\xe9f\x0f\x1f\x84\x00\x00\x00\x00\x00f\x90A\x83\x7f\x0c\x00u\x05\xe9'
                    b'\x00\x00\x00\x00SH\x89\xfb\xe8\xab\x00\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00\xe8\x0e\x02'
                    b'\x00\x00[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00A\x83\x7f\x0c\x00u\x05\xe9'
                    b'\x00\x00\x00\x00SH\x89\xfb\xe8{\x00\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00\xe8\xde\x01'
                    b'\x00\x00[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00S\xbf\x00\x00\x00\x00\xe8\x00'
                    b'\x00\x00\x00H\x85\xc0u"H\x89\xe7\xe8\xf8\x00\x00\x00H\x89\xc3H\xff\xc0H\x0f'
                    b'D\xdc\xbf\x00\x00\x00\x00H\x89\xde\xe8\x00\x00\x00\x00H\x89\xd8H9\xc4r\x06H'
                    b'\x8d$$[\xc3H\xbf\x00\x00\x00\x00\x00\x00\x00\x00H\x8d5\x00\x00\x00\x00\xe8\x00'
                    b'\x00\x00\x00\xf9\xeb\xe1f\x0f\x1f\x84\x00\x00\x00\x00\x00\x90A\x83\x7f\x0c\x00t\tI'
                    b'\x8b\x7f(\xe9\x00\x00\x00\x00\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00f\x0f\x1fD\x00\x00'
                    b'UH\x89\xe5QVWAPAQARASH\x89\xc1H\x83\xe4\xc0\xb8\x00'
                    b'\x00\x00\x00\x85\xc0tPH\x81\xec\x00\x00\x00\x00j\x00j\x00j\x00j\x00j\x00'
                    b'j\x00j\x00j\x00H\x81\xec\x00\x02\x00\x001\xd2H\x0f\xae$$\xc5\xf8wH'
                    b'\x89\xef\xff\xd1H\x89\xc1\xb8\x00\x00\x00\x001\xd2H\x0f\xae,$H\x89\xc8H\x8d'
                    b'e\xc8A[AZAYAX_^Y]\xc3H\x81\xec\x00\x02\x00\x00H\x0f'
                    b'\xae\x04$H\x89\xef\xff\xd1H\x0f\xae\x0c$\xeb\xd7f\x0f\x1f\x84\x00\x00\x00\x00\x00'
                    b'SH\x83\xecPH\x89\xfb\xe8\x00\x00\x00\x00H\x89\xc7H\x8d4$\xe8\x00\x00\x00'
                    b'\x00\x85\xc0uOH\x8d<$H\x8dt$@H\x8dT$H\xe8\x00\x00\x00\x00'
                    b'H\x8d<$\xe8\x00\x00\x00\x00H\x8bL$HH\x89\xcaH\xc1\xea\x02\xbf\x00\x00'
                    b'\x02\x00H9\xfaH\x0fG\xd7H\x8bD$@H\x01\xc1H9\xc3r\x0eH9'
                    b'\xcbw\tH\x01\xd0H\x83\xc4P[\xc3H\xc7\xc0\xff\xff\xff\xff\xeb\xf1f\x0f\x1f'
                    b'\x84\x00\x00\x00\x00\x00f\x90S\xe8\xca\xfe\xff\xffH\xbf\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'1\xf6\xe8\x00\x00\x00\x00H\x85\xc0t\x14H\x89\xc7\xe8\x00\x00\x00\x001\xdb\xe8\x15'
                    b'\x00\x00\x00H\x89\xd8[\xc3\xbb\x01\x00\x00\x00\xeb\xeff\x0f\x1f\x84\x00\x00\x00\x00\x00'
                    b'A\x83\x7f\x0c\x00t\x11H\x83\xec\x08\xe8\x00\x00\x00\x00I\x89G(H\x83\xc4\x08'
                    b'\xc3'
                )),
                ('rodata', 1, (
                    b'maximum recursion depth '
                    b'exceeded in compiled cod'
                    b'e\x00'
                )),
            ],
            [
                ('pause', 'text', 0),
                ('deepen', 'text', 64),
                ('upcall', 'text', 96),
                ('retain', 'text', 208),
                ('release', 'text', 256),
                ('check_stack', 'text', 304),
                ('take_gil', 'text', 400),
                ('keep_all', 'text', 432),
                ('find_stack', 'text', 576),
                ('run_python', 'text', 704),
                ('give_gil', 'text', 768),
                ('.L11', 'rodata', 0),
            ],
            [
                ('text', 121, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 144, 'branch32', 'PyObject_CallFunctionObjArgs', -4),
                ('text', 155, 'branch32', 'Py_DecRef', -4),
                ('text', 168, 'branch32', 'Py_DecRef', -4),
                ('text', 233, 'branch32', 'Py_IncRef', -4),
                ('text', 281, 'branch32', 'Py_DecRef', -4),
                ('text', 306, 'abs32', 'key of stack limit', 0),
                ('text', 311, 'branch32', 'pthread_getspecific', -4),
                ('text', 339, 'abs32', 'key of stack limit', 0),
                ('text', 347, 'branch32', 'pthread_setspecific', -4),
                ('text', 367, 'abs64', 'object RecursionError', 0),
                ('text', 378, 'rel32', '.L11', -4),
                ('text', 383, 'branch32', 'PyErr_SetString', -4),
                ('text', 455, 'abs32', 'vector mask', 0),
                ('text', 466, 'abs32s', 'vector area', 0),
                ('text', 512, 'abs32', 'vector mask', 0),
                ('text', 585, 'branch32', 'pthread_self', -4),
                ('text', 597, 'branch32', 'pthread_getattr_np', -4),
                ('text', 620, 'branch32', 'pthread_attr_getstack', -4),
                ('text', 629, 'branch32', 'pthread_attr_destroy', -4),
                ('text', 712, 'abs64', 'object run_pending', 0),
                ('text', 723, 'branch32', 'PyObject_CallObject', -4),
                ('text', 736, 'branch32', 'Py_DecRef', -4),
                ('text', 780, 'branch32', 'PyEval_SaveThread', -4),
                ('text', 216, 'branch32', 'Py_IncRef', -4),
                ('text', 264, 'branch32', 'Py_DecRef', -4),
                ('text', 412, 'branch32', 'PyEval_RestoreThread', -4),
            ],
        ),
    ),
    'dispatch': (
        ['miss', 'interpret', 'rerun', 'leave', 'changed', 'call_on', 'build', 'traverse', 'clear', 'dealloc', 'call_python', 'judge', 'hook_miss', 'hook_miss_again', 'hook_left', 'hook_changed', 'hook_done'],
        (
            [
                ('text', 16, (
                    b'SATAUAVAWH\x89\xfbI\x89\xf4I\x89\xd5I\x89\xceH\xff\x03'
                    b'N\x8d<\xed\x00\x00\x00\x00I\xc1\xef\x03M\x85\xf6t\x0bL\x89\xf7\xe8\x00\x00\x00'
                    b'\x00I\x01\xc7I\x8d\x7f\x02\xe8\x00\x00\x00\x00H\x85\xc0\x0f\x84\xcc\x00\x00\x00PA'
                    b'WI\x89\xc7H\xb8\x00\x00\x00\x00\x00\x00\x00\x00M\x85\xf6I\x0fE\xc6PPH'
                    b'\x89\xc7\xe8\x00\x00\x00\x00ZZL\x89\xff\xbe\x01\x00\x00\x00\xe8\x00\x00\x00\x00SS'
                    b'H\x89\xdf\xe8\x00\x00\x00\x00ZZL\x89\xff\xbe\x00\x00\x00\x00\xe8\x00\x00\x00\x00H'
                    b'\x8b\x04$H\x85\xc0t$H\xff\x0c$I\x8b|\xc4\xf8\xe8\x00\x00\x00\x00H\x8b'
                    b'4$I\x8b\x14\xf4H\x83\xc6\x02L\x89\xff\xe8\x00\x00\x00\x00\xeb\xd3H\x8b=\x00'
                    b'\x00\x00\x00I\x0f\xba\xe5>s\x07H\x8b=\x00\x00\x00\x00L\x89\xfe\xe8\x00\x00\x00'
                    b'\x00L\x89\xffI\x89\xc7\xe8\x00\x00\x00\x00H\x83\xc4\x10L\x89\xff\xe8\x10\x04\x00\x00'
                    b'H\xb9\x00\x00\x00\x00\x00\x00\x00\x00H9\xc8\x0f\x84\x82\x00\x00\x00H\xb9\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00H9\xc8t\x11H\x89\xdfA_A^A]A\\[\xe9\x00'
                    b'\x00\x00\x00I\x0f\xba\xed>r[H\x89\xdfL\x89\xe6L\x89\xeaL\x89\xf1\xffS'
                    b'\x10\xeb\xd7\x0f\x1fD\x00\x00SATAUAVAWH\x89\xfbI\x89\xf4I'
                    b'\x89\xd5I\x89\xceH\xff\x03\xe8s\x03\x00\x00H\x89\xdfA_A^A]A\\'
                    b'[\xe9\x00\x00\x00\x00f\x90SATAUAVAWH\x89\xfbI\x89\xf4I'
                    b'\x89\xd5I\x89\xce\xe8F\x03\x00\x00I\x89\xc7H\x83\xec H\xc7\x04$\x00\x00\x00'
                    b'\x00H\xc7D$\x08\x00\x00\x00\x00H\xc7D$\x10\x00\x00\x00\x00H\x89\xe7H\x8d'
                    b't$\x08H\x8dT$\x10\xe8\x00\x00\x00\x00H\x8b=\x00\x00\x00\x00H\x89\xde1'
                    b'\xd21\xc0\xe8\x00\x00\x00\x00H\x89\xc7H\x85\xc0u\nH\x89\xdf\xe8\x00\x00\x00\x00'
                    b'\xeb\x05\xe8\x00\x00\x00\x00H\x8b<$H\x8bt$\x08H\x8bT$\x10\xe8\x00\x00'
                    b'\x00\x00H\x83\xc4 L\x89\xf8H\x89\xdfA_A^A]A\\[\xe9\x00\x00'
                    b'\x00\x00f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1fD\x00\x00SUH\x83\xec\x18H\x89'
                    b'\xfbH\x89\xf5H\xc7\x04$\x00\x00\x00\x00H\xc7D$\x08\x00\x00\x00\x00H\xc7D'
                    b'$\x10\x00\x00\x00\x00H\x89\xe7H\x8dt$\x08H\x8dT$\x10\xe8\x00\x00\x00\x00'
                    b'H\x83<$\x00t&H\x89\xe7H\x8dt$\x08H\x8dT$\x10\xe8\x00\x00\x00'
                    b'\x00H\x8bt$\x10H\x85\xf6t\nH\x8b|$\x08\xe8\x00\x00\x00\x00H\x8b='
                    b'\x00\x00\x00\x00H\x8d5\x00\x00\x00\x00H\x89\xdaH\x89\xe9I\xb8\x00\x00\x00\x00\x00'
                    b'\x00\x00\x00L\x8bL$\x08M\x85\xc9M\x0fE\xc11\xc0\xe8\x00\x00\x00\x00H\x89'
                    b'\xc5H\x8b<$\xe8\x00\x00\x00\x00H\x8b|$\x08\xe8\x00\x00\x00\x00H\x8b|$'
                    b'\x10\xe8\x00\x00\x00\x00H\x89\xef\xe8"\x02\x00\x00H\x83\xc4\x18][\xc3f\x0f\x1f'
                    b'\x84\x00\x00\x00\x00\x00f\x90H\x0f\xba\xe2=rhSATAUAVAW'
                    b'H\x89\xfbI\x89\xf4I\x89\xd5I\x89\xceE\x89\xc7H\xff\x03H\x8b=\x00\x00\x00'
                    b'\x00H\x8d5\x00\x00\x00\x00H\x89\xdaD\x89\xf91\xc0\xe8\x00\x00\x00\x00H\x85\xc0'
                    b't\x1cH\x89\xc7\xe8\x00\x00\x00\x00I\x0f\xba\xed=H\x89\xdfL\x89\xe6L\x89\xea'
                    b'L\x89\xf1\xffS\x10H\x89\xdfA_A^A]A\\[\xe9\x00\x00\x00\x00H'
                    b'\x0f\xba\xea>\xe9\x97\xfc\xff\xff\x0f\x1f\x80\x00\x00\x00\x00W\xff\xd0_\xe9\x00\x00\x00'
                    b'\x00\x0f\x1f\x80\x00\x00\x00\x00SUATAUH\x83\xec\x08H\x89\xfbH\x89\xf5'
                    b'I\x89\xd4H\x89\xd7\xe8\x00\x00\x00\x00I\x89\xc5H\x85\xc0t=I\xff\xccx\x1f'
                    b'J\x8b|\xe5\x00\xe8\x00\x00\x00\x00H\x85\xc0t\x1bL\x89\xefL\x89\xe6H\x89\xc2'
                    b'\xe8\x00\x00\x00\x00\xeb\xdcH\x89\xdfL\x89\xee\xe8\x00\x00\x00\x00L\x89\xefI\x89\xc5'
                    b'\xe8\x00\x00\x00\x00L\x89\xe8H\x83\xc4\x08A]A\\][\xc3\x0f\x1fD\x00\x00'
                    b'SUATH\x89\xfbH\x89\xf5I\x89\xd4H\x89\xdf\xe8\x00\x00\x00\x00PPH'
                    b'\x89\xc7\xe8\x00\x00\x00\x00__L\x89\xe6\xff\xd5\x85\xc0u&H\x8b{\x18H\x85'
                    b'\xfft\tL\x89\xe6\xff\xd5\x85\xc0u\x14H\x8b{ H\x85\xfft\tL\x89\xe6'
                    b'\xff\xd5\x85\xc0u\x021\xc0A\\][\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00f\x90'
                    b'SH\x89\xfbH\xc7C\x10\x00\x00\x00\x00H\x8b{\x18H\xc7C\x18\x00\x00\x00\x00'
                    b'\xe8\x00\x00\x00\x00H\x8b{ H\xc7C \x00\x00\x00\x00\xe8\x00\x00\x00\x001\xc0'
                    b'[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1fD\x00\x00SUH\x83\xec\x08H\x89'
                    b'\xfb\xe8\x00\x00\x00\x00H\x89\xdf\xe8\xaa\xff\xff\xffH\x89\xdf\xe8\x00\x00\x00\x00H\x89'
                    b'\xc5H\x89\xdf\xe8\x00\x00\x00\x00H\x89\xef\xe8\x00\x00\x00\x00H\x89\xef\xe8\x00\x00\x00'
                    b'\x00H\x83\xc4\x08][\xc3H\x83\xec\x08\xe8\x00\x00\x00\x00H\x8dd$\x08s\x03'
                    b'1\xc0\xc3H\x8b{\x18L\x89\xe6L\x89\xeaH\x0f\xba\xf2>H\x0f\xba\xf2=L'
                    b'\x89\xf1\xe9\x00\x00\x00\x00\x90SUH\x83\xec\x08H\x89\xfbH\x89\xf8H\x85\xfft'
                    b'fH\xb9\x00\x00\x00\x00\x00\x00\x00\x00H9\xcft^H\xb9\x00\x00\x00\x00\x00\x00'
                    b'\x00\x00H9\xcftO\xe8\x00\x00\x00\x00H\x89\xc5H\x89\xc7\xe8\x00\x00\x00\x00H'
                    b'\xb9\x00\x00\x00\x00\x00\x00\x00\x00H\x89\xd8H9\xcdu&H\x89\xdfH\x8d5\x00'
                    b'\x00\x00\x00\xe8\x00\x00\x00\x00H\x85\xc0t\x08H\x89\xc7\xe8\x00\x00\x00\x00H\x89\xdf'
                    b'\xe8\x00\x00\x00\x001\xc0H\x83\xc4\x08][\xc3\xe8\x00\x00\x00\x00H\x89\xd8\xeb\xef'
                )),
                ('rodata', 1, (
                    b'OKO\x00Oi\x00exception\x00'
                )),
                ('data', 8, (
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
                )),
            ],
            [
                ('miss', 'text', 0),
                ('interpret', 'text', 320),
                ('rerun', 'text', 368),
                ('rerunning', 'text', 389),
                ('leave', 'text', 544),
                ('changed', 'text', 752),
                ('call_on', 'text', 880),
                ('build', 'text', 896),
                ('traverse', 'text', 1008),
                ('clear', 'text', 1104),
                ('dealloc', 'text', 1168),
                ('call_python', 'text', 1232),
                ('judge', 'text', 1280),
                ('.L10', 'rodata', 0),
                ('.L13', 'rodata', 4),
                ('.L25', 'rodata', 7),
                ('hook_miss', 'data', 0),
                ('hook_miss_again', 'data', 8),
                ('hook_left', 'data', 16),
                ('hook_changed', 'data', 24),
                ('hook_done', 'data', 32),
            ],
            [
                ('text', 45, 'branch32', 'PyTuple_Size', -4),
                ('text', 57, 'branch32', 'PyTuple_New', -4),
                ('text', 78, 'abs64', 'object None', 0),
                ('text', 99, 'branch32', 'Py_IncRef', -4),
                ('text', 114, 'branch32', 'PyTuple_SetItem', -4),
                ('text', 124, 'branch32', 'Py_IncRef', -4),
                ('text', 139, 'branch32', 'PyTuple_SetItem', -4),
                ('text', 162, 'branch32', 'Py_IncRef', -4),
                ('text', 182, 'branch32', 'PyTuple_SetItem', -4),
                ('text', 191, 'rel32', 'hook_miss', -4),
                ('text', 205, 'rel32', 'hook_miss_again', -4),
                ('text', 213, 'branch32', 'PyObject_CallObject', -4),
                ('text', 224, 'branch32', 'Py_DecRef', -4),
                ('text', 242, 'abs64', 'object RERUN', 0),
                ('text', 261, 'abs64', 'object RETRY', 0),
                ('text', 441, 'branch32', 'PyErr_Fetch', -4),
                ('text', 448, 'rel32', 'hook_done', -4),
                ('text', 460, 'branch32', 'PyObject_CallFunctionObjArgs', -4),
                ('text', 476, 'branch32', 'PyErr_WriteUnraisable', -4),
                ('text', 483, 'branch32', 'Py_DecRef', -4),
                ('text', 502, 'branch32', 'PyErr_Restore', -4),
                ('text', 596, 'branch32', 'PyErr_Fetch', -4),
                ('text', 621, 'branch32', 'PyErr_NormalizeException', -4),
                ('text', 641, 'branch32', 'PyException_SetTraceback', -4),
                ('text', 648, 'rel32', 'hook_left', -4),
                ('text', 655, 'rel32', '.L10', -4),
                ('text', 667, 'abs64', 'object None', 0),
                ('text', 690, 'branch32', 'PyObject_CallFunction', -4),
                ('text', 702, 'branch32', 'Py_DecRef', -4),
                ('text', 712, 'branch32', 'Py_DecRef', -4),
                ('text', 722, 'branch32', 'Py_DecRef', -4),
                ('text', 789, 'rel32', 'hook_changed', -4),
                ('text', 796, 'rel32', '.L13', -4),
                ('text', 809, 'branch32', 'PyObject_CallFunction', -4),
                ('text', 822, 'branch32', 'Py_DecRef', -4),
                ('text', 919, 'branch32', 'PyTuple_New', -4),
                ('text', 942, 'branch32', 'PyLong_FromLongLong', -4),
                ('text', 961, 'branch32', 'PyTuple_SetItem', -4),
                ('text', 974, 'branch32', 'PyObject_CallObject', -4),
                ('text', 985, 'branch32', 'Py_DecRef', -4),
                ('text', 1025, 'branch32', 'PyObject_Type', -4),
                ('text', 1035, 'branch32', 'Py_DecRef', -4),
                ('text', 1129, 'branch32', 'Py_DecRef', -4),
                ('text', 1146, 'branch32', 'Py_DecRef', -4),
                ('text', 1178, 'branch32', 'PyObject_GC_UnTrack', -4),
                ('text', 1194, 'branch32', 'PyObject_Type', -4),
                ('text', 1205, 'branch32', 'PyObject_GC_Del', -4),
                ('text', 1213, 'branch32', 'Py_DecRef', -4),
                ('text', 1221, 'branch32', 'Py_DecRef', -4),
                ('text', 1237, 'branch32', 'check_stack', -4),
                ('text', 1299, 'abs64', 'object RERUN', 0),
                ('text', 1314, 'abs64', 'object RETRY', 0),
                ('text', 1328, 'branch32', 'PyObject_Type', -4),
                ('text', 1339, 'branch32', 'Py_DecRef', -4),
                ('text', 1345, 'abs64', 'object Raise', 0),
                ('text', 1367, 'rel32', '.L25', -4),
                ('text', 1372, 'branch32', 'PyObject_GetAttrString', -4),
                ('text', 1385, 'branch32', 'raise_object', -4),
                ('text', 1393, 'branch32', 'Py_DecRef', -4),
                ('text', 1407, 'branch32', 'Py_DecRef', -4),
                ('text', 287, 'branch32', 'drop', -4),
                ('text', 362, 'branch32', 'drop', -4),
                ('text', 526, 'branch32', 'drop', -4),
                ('text', 859, 'branch32', 'drop', -4),
                ('text', 885, 'branch32', 'drop', -4),
                ('text', 1275, 'branch32', 'PyObject_Vectorcall', -4),
            ],
        ),
    ),
}
