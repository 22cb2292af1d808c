# Made by tools/make_routines.py; do not edit.

CONDITIONS = (32, 16, 24, 24, 16, True, 16, 0, 16, True, 24, 8, 168, True, '_PyThreadState_UncheckedGet')

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
                    b'\x00\x00\x00\x00\x0f\x1f@\x00RL\x8bP\x10M\x89\xd3I\xc1\xeb\x03I\x83\xfb\x03'
                    b'wF\x8bP\x18I\x83\xfb\x02r!t\x14D\x8bX A\xf7\xc3\xf0\xff\xff\xff'
                    b'u.I\xc1\xe3<L\t\xdaD\x8bX\x1cI\xc1\xe3\x1eL\t\xdaA\xf6\xc2\x02'
                    b'u\x0bH\x85\xd2x\x11H\x89\xd0Z\xf8\xc3H\xf7\xday\x06H\x89\xd0Z\xf8\xc3'
                    b'Z\xf9\xc3\x0f\x1fD\x00\x00RL\x8bP\x10M\x89\xd3I\xc1\xeb\x03I\x83\xfb\x03'
                    b'w6\x8bP\x18I\x83\xfb\x02r!t\x14D\x8bX A\xf7\xc3\xf0\xff\xff\xff'
                    b'u\x1eI\xc1\xe3<L\t\xdaD\x8bX\x1cI\xc1\xe3\x1eL\t\xdaA\xf6\xc2\x02'
                    b'u\x06H\x89\xd0Z\xf8\xc3Z\xf9\xc3'
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
            [
                (0, ((0, (7, 8, ((16, -8),))),)),
                (7, ((0, (7, 16, ((16, -8),))),)),
                (13, ((0, (7, 8, ((16, -8),))),)),
                (22, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (23, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (27, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (61, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (62, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (63, ((0, (7, 8, ((16, -8),))),)),
                (65, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (69, ((0, (7, 48, ((3, -16), (16, -8)))),)),
                (147, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (148, ((0, (7, 8, ((16, -8),))),)),
                (161, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (162, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (166, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (208, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (209, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (210, ((0, (7, 8, ((16, -8),))),)),
                (225, ((0, (7, 16, ((16, -8),))),)),
                (299, ((0, (7, 8, ((16, -8),))),)),
                (301, ((0, (7, 16, ((16, -8),))),)),
                (310, ((0, (7, 8, ((16, -8),))),)),
                (312, ((0, (7, 16, ((16, -8),))),)),
                (313, ((0, (7, 8, ((16, -8),))),)),
                (321, ((0, (7, 16, ((16, -8),))),)),
                (390, ((0, (7, 8, ((16, -8),))),)),
                (392, ((0, (7, 16, ((16, -8),))),)),
                (393, ((0, (7, 8, ((16, -8),))),)),
            ],
        ),
    ),
    'jit': (
        ['pause', 'deepen', 'upcall', 'retain', 'release', 'check_stack', 'take_gil', 'keep_all', 'find_stack', 'run_python', 'give_gil'],
        (
            [
                ('text', 16, (
                    b'PRA\x83\x7f\x0c\x02sB\x0f1H\xc1\xe2 H\t\xd0I;G rQ'
                    b'H\x05\x80\x84\x1e\x00A\x83\x7f\x0c\x00t\x06H\x05\x80\x8d[\x00I\x89G H'
                    b'\x8d\x05J\x03\x00\x00\xe8\xd5\x01\x00\x00H\xf7\xd8s\x08I\xc7G0\x00\x00\x00\x00'
                    b'ZX\xc3H\xba\x00\x00\x00\x00\x00\x00\x00\x00I\x8bG0H;\x82\x80\x01\x00\x00'
                    b'w\x0bA\x83\x7f\x0c\x02u\xa0ZX\xf8\xc3ZX\xf9\xc3f\x0f\x1f\x84\x00\x00\x00'
                    b'\x00\x00f\x0f\x1fD\x00\x00PRH\x8d\x05\x17\x02\x00\x00\xe8\x82\x01\x00\x00H9'
                    b'\xc4r\x04I\x89G\x10ZX\xc3f\x0f\x1fD\x00\x00SUH\x83\xec\x08H\x89'
                    b'\xfb\xe82\x01\x00\x00\xe8\xcd\x00\x00\x00rIL\x89\xff\xe8\x00\x00\x00\x00H\x85\xc0'
                    b't<H\x89\xc5H\x89\xdfH\x89\xc61\xd21\xc0\xe8\x00\x00\x00\x00H\x89\xefH'
                    b'\x89\xc5\xe8\x00\x00\x00\x00H\x85\xedt\x1aH\x89\xef\xe8\x00\x00\x00\x001\xed\xe8\xcd'
                    b'\x02\x00\x00H\xf7\xddH\x8dd$\x08][\xc3\xbd\x01\x00\x00\x00A\x83\x7f\x0c\x02'
                    b't\xe4I\xc7G0\x00\x00\x00\x00\xeb\xdaf\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00'
                    b'A\x83\x7f\x0c\x00u\x05\xe9\x00\x00\x00\x00SH\x89\xfb\xe8\xab\x00\x00\x00H\x89\xdf'
                    b'\xe8\x00\x00\x00\x00\xe8~\x02\x00\x00[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00'
                    b'A\x83\x7f\x0c\x00u\x05\xe9\x00\x00\x00\x00SH\x89\xfb\xe8{\x00\x00\x00H\x89\xdf'
                    b'\xe8\x00\x00\x00\x00\xe8N\x02\x00\x00[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00'
                    b'S\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00H\x85\xc0u"H\x89\xe7\xe8\x08\x01\x00\x00'
                    b'H\x89\xc3H\xff\xc0H\x0fD\xdc\xbf\x00\x00\x00\x00H\x89\xde\xe8\x00\x00\x00\x00H'
                    b'\x89\xd8H9\xc4r\x06H\x8d$$[\xc3H\xbf\x00\x00\x00\x00\x00\x00\x00\x00H'
                    b'\x8d5\x00\x00\x00\x00\xe8\x00\x00\x00\x00\xf9\xeb\xe1f\x0f\x1f\x84\x00\x00\x00\x00\x00\x90'
                    b'A\x83\x7f\x0c\x00t!A\x83\x7f\x0c\x02t\tI\x8b\x7f(\xe9\x00\x00\x00\x00H'
                    b'\x83\xec\x08\xe8\x00\x00\x00\x00A\x89G(H\x83\xc4\x08\xc3\x0f\x1f\x80\x00\x00\x00\x00'
                    b'UH\x89\xe5QVWAPAQARASH\x89\xc1H\x83\xe4\xc0\xb8\x00'
                    b'\x00\x00\x00\x85\xc0tPH\x81\xec\x00\x00\x00\x00j\x00j\x00j\x00j\x00j\x00'
                    b'j\x00j\x00j\x00H\x81\xec\x00\x02\x00\x001\xd2H\x0f\xae$$\xc5\xf8wH'
                    b'\x89\xef\xff\xd1H\x89\xc1\xb8\x00\x00\x00\x001\xd2H\x0f\xae,$H\x89\xc8H\x8d'
                    b'e\xc8A[AZAYAX_^Y]\xc3H\x81\xec\x00\x02\x00\x00H\x0f'
                    b'\xae\x04$H\x89\xef\xff\xd1H\x0f\xae\x0c$\xeb\xd7f\x0f\x1f\x84\x00\x00\x00\x00\x00'
                    b'SUATH\x83\xecPH\x89\xfb\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00H\x89\xc5'
                    b'\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00I\x89\xc4H\x85\xc0t\x17\xbf\x03\x00\x00\x00H'
                    b'\x89\xe6\xe8\x00\x00\x00\x00\x85\xc0u\x06L;$$vb\xe8\x00\x00\x00\x00H\x89'
                    b'\xc7H\x8d4$\xe8\x00\x00\x00\x00\x85\xc0u|H\x8d<$H\x8dt$@H'
                    b'\x8dT$H\xe8\x00\x00\x00\x00H\x8d<$\xe8\x00\x00\x00\x00H\x8bl$@L'
                    b'\x8bd$HI\x81\xfc\x00\x00\x00\x04w\x1e\xbf\x00\x00\x00\x00H\x89\xee\xe8\x00\x00'
                    b'\x00\x00\x85\xc0u\r\xbf\x00\x00\x00\x00L\x89\xe6\xe8\x00\x00\x00\x00L\x89\xe2H\xc1'
                    b'\xea\x02\xbf\x00\x00\x02\x00H9\xfaH\x0fG\xd7H\x89\xe8I\x01\xecH9\xc3r'
                    b'\x11L9\xe3w\x0cH\x01\xd0H\x83\xc4PA\\][\xc3H\xc7\xc0\xff\xff\xff'
                    b'\xff\xeb\xee\x0f\x1fD\x00\x00S\xe8Z\xfe\xff\xffH\xbf\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'1\xf6\xe8\x00\x00\x00\x00H\x85\xc0t\x14H\x89\xc7\xe8\x00\x00\x00\x001\xdb\xe8\x15'
                    b'\x00\x00\x00H\x89\xd8[\xc3\xbb\x01\x00\x00\x00\xeb\xeff\x0f\x1f\x84\x00\x00\x00\x00\x00'
                    b'A\x83\x7f\x0c\x00t\x18A\x83\x7f\x0c\x02t\x12H\x83\xec\x08\xe8\x00\x00\x00\x00I'
                    b'\x89G(H\x83\xc4\x08\xc3A\x8b\x7f(\xe9\x00\x00\x00\x00'
                )),
                ('rodata', 1, (
                    b'maximum recursion depth '
                    b'exceeded in compiled cod'
                    b'e\x00'
                )),
            ],
            [
                ('pause', 'text', 0),
                ('deepen', 'text', 128),
                ('upcall', 'text', 160),
                ('retain', 'text', 288),
                ('release', 'text', 336),
                ('check_stack', 'text', 384),
                ('take_gil', 'text', 480),
                ('keep_all', 'text', 528),
                ('find_stack', 'text', 672),
                ('run_python', 'text', 896),
                ('give_gil', 'text', 960),
                ('.L15', 'rodata', 0),
            ],
            [
                ('text', 77, 'abs64', 'pool', 0),
                ('text', 185, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 208, 'branch32', 'PyObject_CallFunctionObjArgs', -4),
                ('text', 219, 'branch32', 'Py_DecRef', -4),
                ('text', 232, 'branch32', 'Py_DecRef', -4),
                ('text', 313, 'branch32', 'Py_IncRef', -4),
                ('text', 361, 'branch32', 'Py_DecRef', -4),
                ('text', 386, 'abs32', 'key of stack limit', 0),
                ('text', 391, 'branch32', 'pthread_getspecific', -4),
                ('text', 419, 'abs32', 'key of stack limit', 0),
                ('text', 427, 'branch32', 'pthread_setspecific', -4),
                ('text', 447, 'abs64', 'object RecursionError', 0),
                ('text', 458, 'rel32', '.L15', -4),
                ('text', 463, 'branch32', 'PyErr_SetString', -4),
                ('text', 508, 'branch32', 'PyGILState_Ensure', -4),
                ('text', 551, 'abs32', 'vector mask', 0),
                ('text', 562, 'abs32s', 'vector area', 0),
                ('text', 608, 'abs32', 'vector mask', 0),
                ('text', 684, 'abs32', 'key of stack start', 0),
                ('text', 689, 'branch32', 'pthread_getspecific', -4),
                ('text', 697, 'abs32', 'key of stack size', 0),
                ('text', 702, 'branch32', 'pthread_getspecific', -4),
                ('text', 723, 'branch32', 'getrlimit', -4),
                ('text', 738, 'branch32', 'pthread_self', -4),
                ('text', 750, 'branch32', 'pthread_getattr_np', -4),
                ('text', 773, 'branch32', 'pthread_attr_getstack', -4),
                ('text', 782, 'branch32', 'pthread_attr_destroy', -4),
                ('text', 806, 'abs32', 'key of stack start', 0),
                ('text', 814, 'branch32', 'pthread_setspecific', -4),
                ('text', 823, 'abs32', 'key of stack size', 0),
                ('text', 831, 'branch32', 'pthread_setspecific', -4),
                ('text', 904, 'abs64', 'object run_pending', 0),
                ('text', 915, 'branch32', 'PyObject_CallObject', -4),
                ('text', 928, 'branch32', 'Py_DecRef', -4),
                ('text', 979, 'branch32', 'PyEval_SaveThread', -4),
                ('text', 296, 'branch32', 'Py_IncRef', -4),
                ('text', 344, 'branch32', 'Py_DecRef', -4),
                ('text', 499, 'branch32', 'PyEval_RestoreThread', -4),
                ('text', 997, 'branch32', 'PyGILState_Release', -4),
            ],
            [
                (0, ((0, (7, 8, ((16, -8),))),)),
                (1, ((0, (7, 16, ((16, -8),))),)),
                (2, ((0, (7, 24, ((16, -8),))),)),
                (73, ((0, (7, 16, ((16, -8),))),)),
                (74, ((0, (7, 8, ((16, -8),))),)),
                (75, ((0, (7, 24, ((16, -8),))),)),
                (106, ((0, (7, 16, ((16, -8),))),)),
                (107, ((0, (7, 8, ((16, -8),))),)),
                (109, ((0, (7, 24, ((16, -8),))),)),
                (110, ((0, (7, 16, ((16, -8),))),)),
                (111, ((0, (7, 8, ((16, -8),))),)),
                (129, ((0, (7, 16, ((16, -8),))),)),
                (130, ((0, (7, 24, ((16, -8),))),)),
                (152, ((0, (7, 16, ((16, -8),))),)),
                (153, ((0, (7, 8, ((16, -8),))),)),
                (161, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (162, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (166, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (251, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (252, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (253, ((0, (7, 8, ((16, -8),))),)),
                (254, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (288, ((0, (7, 8, ((16, -8),))),)),
                (301, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (323, ((0, (7, 8, ((16, -8),))),)),
                (349, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (371, ((0, (7, 8, ((16, -8),))),)),
                (385, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (444, ((0, (7, 8, ((16, -8),))),)),
                (445, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (480, ((0, (7, 8, ((16, -8),))),)),
                (507, ((0, (7, 16, ((16, -8),))),)),
                (520, ((0, (7, 8, ((16, -8),))),)),
                (529, ((0, (7, 16, ((6, -16), (16, -8)))),)),
                (532, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (533, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (534, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (535, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (537, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (539, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (541, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (543, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (550, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (626, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (628, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (630, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (632, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (634, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (635, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (636, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (637, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (638, ((0, (7, 8, ((16, -8),))),)),
                (639, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (672, ((0, (7, 8, ((16, -8),))),)),
                (673, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (674, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (676, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (680, ((0, (7, 112, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (877, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (879, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (880, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (881, ((0, (7, 8, ((16, -8),))),)),
                (882, ((0, (7, 112, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (896, ((0, (7, 8, ((16, -8),))),)),
                (897, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (943, ((0, (7, 8, ((16, -8),))),)),
                (944, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (960, ((0, (7, 8, ((16, -8),))),)),
                (978, ((0, (7, 16, ((16, -8),))),)),
                (991, ((0, (7, 8, ((16, -8),))),)),
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
            [
                (0, ((0, (7, 8, ((16, -8),))),)),
                (1, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (3, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (5, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (7, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (9, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (71, ((0, (7, 56, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (73, ((0, (7, 64, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (94, ((0, (7, 72, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (95, ((0, (7, 80, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (104, ((0, (7, 72, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (105, ((0, (7, 64, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (119, ((0, (7, 72, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (120, ((0, (7, 80, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (129, ((0, (7, 72, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (130, ((0, (7, 64, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (232, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (279, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (281, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (283, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (285, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (286, ((0, (7, 8, ((16, -8),))),)),
                (291, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (320, ((0, (7, 8, ((16, -8),))),)),
                (321, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (323, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (325, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (327, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (329, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (354, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (356, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (358, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (360, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (361, ((0, (7, 8, ((16, -8),))),)),
                (369, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (371, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (373, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (375, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (377, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (401, ((0, (7, 80, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (510, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (518, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (520, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (522, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (524, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (525, ((0, (7, 8, ((16, -8),))),)),
                (545, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (546, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (550, ((0, (7, 48, ((3, -16), (6, -24), (16, -8)))),)),
                (738, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (739, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (740, ((0, (7, 8, ((16, -8),))),)),
                (760, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (762, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (764, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (766, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (768, ((0, (7, 48, ((3, -16), (12, -24), (13, -32), (14, -40), (15, -48), (16, -8)))),)),
                (851, ((0, (7, 40, ((3, -16), (12, -24), (13, -32), (14, -40), (16, -8)))),)),
                (853, ((0, (7, 32, ((3, -16), (12, -24), (13, -32), (16, -8)))),)),
                (855, ((0, (7, 24, ((3, -16), (12, -24), (16, -8)))),)),
                (857, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (858, ((0, (7, 8, ((16, -8),))),)),
                (881, ((0, (7, 16, ((16, -8),))),)),
                (884, ((0, (7, 8, ((16, -8),))),)),
                (897, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (898, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (900, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (902, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (906, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (996, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (998, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1000, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1001, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1002, ((0, (7, 8, ((16, -8),))),)),
                (1009, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1010, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1012, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1030, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1031, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1040, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1041, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1090, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1091, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1092, ((0, (7, 8, ((16, -8),))),)),
                (1105, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1153, ((0, (7, 8, ((16, -8),))),)),
                (1169, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1170, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1174, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (1229, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1230, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1231, ((0, (7, 8, ((16, -8),))),)),
                (1236, ((0, (7, 16, ((16, -8),))),)),
                (1246, ((0, (7, 8, ((16, -8),))),)),
                (1281, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1282, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1286, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (1403, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1404, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1405, ((0, (7, 8, ((16, -8),))),)),
                (1406, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
            ],
        ),
    ),
    'calls': (
        ['slow', 'convert', 'convert_one', 'report', 'deepen', 'surface', 'enter', 'leave', 'callback', 'to_python', 'traverse', 'clear', 'dealloc', 'state'],
        (
            [
                ('text', 16, (
                    b'UH\x89\xe5SATAUAVAWH\x83\xec(H\x89\xfbI\x89\xf4I'
                    b'\x89\xd5I\xd1\xe5I\xd1\xedI\x89\xceMc\xf8H\xff\x031\xc0M\x85\xf6t\x08'
                    b'L\x89\xf7\xe8\x00\x00\x00\x00L\x89\xf9N\x8d<(H\x85\xc0t\x0bI9\xcf\x0f'
                    b'\x82\xcd\x00\x00\x00t#H\xbf\x00\x00\x00\x00\x00\x00\x00\x00H\x8d5\x00\x00\x00\x00'
                    b'H\x89\xdaL\x89\xf91\xc0\xe8\x00\x00\x00\x00\xe95\x01\x00\x00H\x8b{ 1\xf6'
                    b'\xe8\x00\x00\x00\x00H\x89E\xd0J\x8d\x04\xfd\x0f\x00\x00\x00H\x83\xe0\xf0H)\xc4'
                    b'1\xc91\xc0L9\xe9s\x04I\x8b\x04\xccH\x89\x04\xccH\xff\xc1L9\xf9r'
                    b'\xe9H\xc7E\xc8\x00\x00\x00\x00L\x89\xf7H\x8bu\xc8\xe8\x00\x00\x00\x00H\x89E'
                    b'\xc0L\x89m\xb8H\x8bu\xb8L9\xfesLH\x8b}\xd0\xe8\x00\x00\x00\x00H'
                    b'\x8bM\xb8H\xffE\xb8H;E\xc0u\xe0H\x83<\xcc\x00u.H\x8bU\xc8'
                    b'L\x01\xeaI\x8b\x04\xd4H\x89\x04\xccH\xffE\xc8H\xff\xc2L9\xfar\xaaH'
                    b'\x89\xdfH\x89\xe6L\x89\xfa1\xc9\xffS\x10\xe9\x9c\x00\x00\x00J\x8d\x04\xfd\x1f\x00'
                    b'\x00\x00H\x83\xe0\xf0H)\xc4H\x89\x1c$L\x89t$\x081\xc9L9\xf9s'
                    b'\x0eI\x8b\x04\xccH\x89D\xcc\x10H\xff\xc1\xeb\xedH\xbf\x00\x00\x00\x00\x00\x00\x00'
                    b'\x00H\x89\xe6I\x8dW\x021\xc9\xe8\x00\x00\x00\x00H\x85\xc0tPI\x89\xc4H'
                    b'\x89\xc7\xe8\x00\x00\x00\x00I\x89\xc5H\x89\xc7\xe8\x00\x00\x00\x00H\xb9\x00\x00\x00\x00'
                    b'\x00\x00\x00\x00L\x89\xe0I9\xcdu\x1bH\x89\xdfL\x89\xe6\xe8\x00\x00\x00\x00L'
                    b'\x89\xe7I\x89\xc4\xe8\x00\x00\x00\x00L\x89\xe0\xeb\x0fH\x85\xc0t\x08H\x89\xc7\xe8'
                    b'\x00\x00\x00\x001\xc0H\x89\xdfH\x8de\xd8A_A^A]A\\[]\xe9'
                    b'\x00\x00\x00\x00\x0f\x1f@\x00SUATAUAVAWH\x83\xec\x08H\x89'
                    b'\xfbH\x89\xf5I\x89\xd4\x89\x0c$M\x89\xc5M\x89\xceE1\xffD;<$s'
                    b' J\x8b|\xfd\x00C\x0f\xb64<K\x8dT\xfd\x00L\x89\xf1\xe8@\x00\x00\x00'
                    b'\x85\xc0u\x19A\xff\xc7\xeb\xda\xb8\x01\x00\x00\x00H\x83\xc4\x08A_A^A]'
                    b'A\\][\xc3H\xbf\x00\x00\x00\x00\x00\x00\x00\x00H\x89\xdeD\x89\xfaJ\x8bL'
                    b'\xfd\x00\xe8\xc9\x02\x00\x001\xc0\xeb\xd3\x0f\x1fD\x00\x00SUATAUAV'
                    b'H\x89\xfb\x89\xf5I\x89\xd4I\x89\xcd\x83\xfd\x00\x0f\x86\x92\x02\x00\x00\x83\xfd\x07\x0f'
                    b'\x86\x0f\x01\x00\x00\x83\xfd\x08\x0f\x86\xc0\x00\x00\x00\x83\xfd\t\x0f\x86^\x01\x00\x00\x83'
                    b'\xfd\n\x0f\x86\x07\x02\x00\x00\x83\xfd\x0b\x0f\x86\xd4\x01\x00\x00H\x89\xdf\xe8\x00\x00\x00'
                    b'\x00\x85\xc0t\x10H\x89\xdf\xe8\x00\x00\x00\x00\x85\xc0\x0f\x84\x89\x00\x00\x00H\x89\xdf'
                    b'\xe8\x00\x00\x00\x00\x85\xc0tBM\x85\xed\x0f\x844\x02\x00\x00IkE\x00PM'
                    b'\x8dt\x05\x081\xd2\x83\xfd\ru\x05\xba\x01\x00\x00\x00H\x89\xdfL\x89\xf6\xe8\x00'
                    b'\x00\x00\x00\x85\xc0\x0f\x85\x12\x02\x00\x00I\xffE\x00I\x8b\x06I\x89\x04$\xe9\xf0'
                    b'\x01\x00\x00H\xbf\x00\x00\x00\x00\x00\x00\x00\x00H\x89\xde1\xd21\xc0\xe8\x00\x00\x00'
                    b'\x00H\x85\xc0\x0f\x84\xe3\x01\x00\x00H\xb9\x00\x00\x00\x00\x00\x00\x00\x00H9\xc8u'
                    b'\x1eH\x89\xc7\xe8\x00\x00\x00\x00\xe9\xc0\x01\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00H\x85'
                    b'\xc0\x0f\x84\xb6\x01\x00\x00I\x89\xc6H\x89\xc7\xe8\x00\x00\x00\x00I\x89\x04$L\x89'
                    b'\xf7\xe8\x00\x00\x00\x00I\x83<$\xff\x0f\x85\x82\x01\x00\x00\xe8\x00\x00\x00\x00H\x85'
                    b'\xc0\x0f\x84t\x01\x00\x00\xe9\x81\x01\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00H\x85\xc0\x0f'
                    b'\x84p\x01\x00\x00I\x89\xc6H\x89\xc7L\x89\xe6\xe8\x00\x00\x00\x00E\x8b,$I'
                    b'\x89\x04$L\x89\xf7\xe8\x00\x00\x00\x00E\x85\xed\x0f\x85B\x01\x00\x00I\x8b\x04$'
                    b'H\x8d\r\x00\x00\x00\x00H\xc1\xe5\x04H;\x04)\x0f\x8c)\x01\x00\x00H;D'
                    b')\x08\x0f\x8e\x13\x01\x00\x00\xe9\x19\x01\x00\x00H\xb8\x00\x00\x00\x00\x00\x00\x00\x00\xb9'
                    b'\x01\x00\x00\x00H9\xc3tkH\xb8\x00\x00\x00\x00\x00\x00\x00\x00\xb9\x00\x00\x00\x00'
                    b'H9\xc3tWH\xbf\x00\x00\x00\x00\x00\x00\x00\x00H\x89\xde1\xd21\xc0\xe8\x00'
                    b'\x00\x00\x00H\x85\xc0\x0f\x84\xd9\x00\x00\x00I\x89\xc6H\x89\xc7\xe8\x00\x00\x00\x00H'
                    b'\xb8\x00\x00\x00\x00\x00\x00\x00\x00\xb9\x01\x00\x00\x00I9\xc6t\x19H\xb8\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00\xb9\x00\x00\x00\x00I9\xc6t\x05\xe9\x9a\x00\x00\x00I\x89\x0c$'
                    b'\xe9\x86\x00\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00\xf2A\x0f\x11\x04$H\xb8\x00\x00\x00'
                    b'\x00\x00\x00\xf0\xbfI9\x04$u\n\xe8\x00\x00\x00\x00H\x85\xc0up\xeb\\H'
                    b'\x89\xdf\xe8\x00\x00\x00\x00\xf2A\x0f\x11\x04$H\xb8\x00\x00\x00\x00\x00\x00\xf0\xbfI'
                    b'9\x04$u\n\xe8\x00\x00\x00\x00H\x85\xc0uF\xf2A\x0fZ\x04$I\x8b\x04'
                    b'$f\x0f~\xc1I\x89\x0c$\x81\xe1\xff\xff\xff\x7f\x81\xf9\x00\x00\x80\x7fu\x14H'
                    b'\x0f\xba\xf0?H\xb9\x00\x00\x00\x00\x00\x00\xf0\x7fH9\xc8u\x0b1\xc0A^A'
                    b']A\\][\xc3\xb8\x01\x00\x00\x00\xeb\xf0\xb8\x02\x00\x00\x00\xeb\xe9\x0f\x1f@\x00'
                    b'SUATAUH\x83\xec\x18H\x89\xfbH\x89\xf5A\x89\xd4I\x89\xcdH\xc7'
                    b'\x04$\x00\x00\x00\x00H\xc7D$\x08\x00\x00\x00\x00H\xc7D$\x10\x00\x00\x00\x00'
                    b'H\x89\xe7H\x8dt$\x08H\x8dT$\x10\xe8\x00\x00\x00\x00H\x83<$\x00t'
                    b'&H\x89\xe7H\x8dt$\x08H\x8dT$\x10\xe8\x00\x00\x00\x00H\x8bt$\x10'
                    b'H\x85\xf6t\nH\x8b|$\x08\xe8\x00\x00\x00\x00H\x89\xdfH\x8d5\x00\x00\x00'
                    b'\x00H\x89\xeaD\x89\xe1M\x89\xe8L\x8bL$\x08H\xb8\x00\x00\x00\x00\x00\x00\x00'
                    b'\x00M\x85\xc9L\x0fD\xc81\xc0\xe8\x00\x00\x00\x00H\x85\xc0t4H\xb9\x00\x00'
                    b'\x00\x00\x00\x00\x00\x00H9\xc8u\x1dH\x89\xc7\xe8\x00\x00\x00\x00H\x8b<$H'
                    b'\x8bt$\x08H\x8bT$\x10\xe8\x00\x00\x00\x00\xeb%H\x89\xc7\xe8\x00\x00\x00\x00'
                    b'H\x8b<$\xe8\x00\x00\x00\x00H\x8b|$\x08\xe8\x00\x00\x00\x00H\x8b|$\x10'
                    b'\xe8\x00\x00\x00\x00H\x83\xc4\x18A]A\\][\xc3SUH\x83\xec\x08\x89\xfb'
                    b'1\xedH\x8d=\x00\x00\x00\x00\xe8\x00\x00\x00\x00\x85\xc0u\r\xff\xc59\xddr\xea'
                    b'\xb8\x01\x00\x00\x00\xeb\r\x85\xedt\x07\x89\xef\xe8\x0e\x00\x00\x001\xc0H\x83\xc4\x08'
                    b'][\xc3\x0f\x1fD\x00\x00SUH\x83\xec\x08\x89\xfbH\x89\xc5\xe8\x00\x00\x00\x00'
                    b'\xff\xcbu\xf7H\x89\xe8H\x83\xc4\x08][\xc3f\x90S\xbf\x00\x00\x00\x00\xe8\x00'
                    b'\x00\x00\x00H\x89\xc3\xbe\x01\x00\x00\x00\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00H\x89\xd8'
                    b'[\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1fD\x00\x00SH\x89\xfb\xbf\x00\x00\x00'
                    b'\x00\xe8\x00\x00\x00\x00H\x89\xde\x89\xc3\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00\x83\xfb\x02'
                    b'u\x10\xe8\x00\x00\x00\x00H\x85\xc0\x0f\x95\xc0\x0f\xb6\xc0\xeb\x021\xc0[\xc3f\x0f'
                    b'\x1f\x84\x00\x00\x00\x00\x00\x90SATAUAVAWH\x83\xec8H\x89\xfb'
                    b'I\x89\xf4I\x89\xd5A\x89\xceE\x89\xc7H\xc7D$\x18\x00\x00\x00\x00\xe8\x00\x00'
                    b'\x00\x00H\x85\xc0t%H\x89D$\x10\xe8\x00\x00\x00\x00H;D$\x10u\x14'
                    b'\x8b\x05\x00\x00\x00\x00\x89D$\x10\xc7D$\x08\x00\x00\x00\x00\xeb5\xe8\x00\x00\x00'
                    b'\x00\x85\xc0u\x0e\xe8\x00\x00\x00\x00H\x85\xc0\x0f\x84\x95\x01\x00\x00\xe8\x00\x00\x00\x00'
                    b'\x89\x04$\xc7D$\x08\x01\x00\x00\x00\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00\x89D$'
                    b'\x10\x83|$\x10\x02u\x0e\xe8\x00\x00\x00\x00H\x85\xc0\x0f\x85S\x01\x00\x00\xbe\x00'
                    b'\x00\x00\x00\x83|$\x08\x00t\x0c\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00\xeb\x06\x895'
                    b'\x00\x00\x00\x00H\x89\xdf\xe8\x00\x00\x00\x00\xc7D$ \x00\x00\x00\x00D\x89\xf7\xc1'
                    b'\xef\x05A\x81\xfe\x80\x00\x00\x00\x0fB|$ \x89|$(\x85\xfft\r\xe8E'
                    b'\xfe\xff\xff\x85\xc0\x0f\x84\xa2\x00\x00\x00\x8bL$ D9\xf1s"I\x8b<\xcc'
                    b'A\x0f\xb6t\r\x00\xe8\x15\x01\x00\x00H\x85\xc0t\x1e\x8bL$ I\x89\x04\xcc'
                    b'\xffD$ \xeb\xd5H\x89\xdfL\x89\xe6D\x89\xf21\xc9\xe8\x00\x00\x00\x00I\x89'
                    b'\xc5\x8bL$ \xff\xc9x\x0f\x89L$ I\x8b<\xcc\xe8\x00\x00\x00\x00\xeb\xe9'
                    b'M\x85\xedtPA\x83\xff\x00t\x16L\x89\xefD\x89\xfeH\x8dT$\x181\xc9'
                    b'\xe8\x0b\xfa\xff\xff\x85\xc0u\nL\x89\xef\xe8\x00\x00\x00\x00\xebLH\xbf\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00H\x89\xdeD\x89\xfaL\x89\xe9\xe8\xa5\xfc\xff\xffL\x89\xef\xe8\x00'
                    b'\x00\x00\x00\xeb\x08\xc7D$(\x00\x00\x00\x00H\xc7D$\x18\x00\x00\x00\x00\x83|'
                    b'$\x10\x00t\n\xc7D$\x10\x02\x00\x00\x00\xeb\x08H\x89\xdf\xe8\x00\x00\x00\x00H'
                    b'\x89\xdf\xe8\x00\x00\x00\x00\x8b|$(\x85\xfft\x05\xe8\x9c\xfd\xff\xff\x8bt$\x10'
                    b'\x83|$\x08\x00t\x0c\xbf\x00\x00\x00\x00\xe8\x00\x00\x00\x00\xeb\x06\x895\x00\x00\x00'
                    b'\x00\x83|$\x08\x00t\x08\x8b<$\xe8\x00\x00\x00\x00H\x8bD$\x18fH\x0f'
                    b'n\xc0H\x83\xc48A_A^A]A\\[\xc9\xc3\x0f\x1f\x80\x00\x00\x00\x00'
                    b'H\x83\xec\x08H\x89\xf8fH\x0fn\xc7\x83\xfe\x01tN\x83\xfe\x02tW\x83\xfe'
                    b'\x03t]\x83\xfe\x04tb\x83\xfe\x05tg\x83\xfe\x06tl\x83\xfe\x07tq\x83'
                    b'\xfe\x08tu\x83\xfe\ttz\x83\xfe\n\x0f\x84\x8d\x00\x00\x00\x83\xfe\x0b\x0f\x84\x8f'
                    b'\x00\x00\x00\x83\xfe\x0c\x0f\x84\x8d\x00\x00\x00\x83\xfe\r\x0f\x84\x8e\x00\x00\x00\x0f\x0bH'
                    b'\x0f\xbe\xf8\xe8\x00\x00\x00\x00\xe9\x88\x00\x00\x00H\x0f\xbf\xf8\xe8\x00\x00\x00\x00\xeb}'
                    b'Hc\xf8\xe8\x00\x00\x00\x00\xebsH\x89\xc7\xe8\x00\x00\x00\x00\xebi\x0f\xb6\xf8\xe8'
                    b'\x00\x00\x00\x00\xeb_\x0f\xb7\xf8\xe8\x00\x00\x00\x00\xebU\x89\xc7\xe8\x00\x00\x00\x00\xeb'
                    b'LH\x89\xc7\xe8\x00\x00\x00\x00\xebB\x84\xc0H\xb8\x00\x00\x00\x00\x00\x00\x00\x00H'
                    b'\xb9\x00\x00\x00\x00\x00\x00\x00\x00H\x0fD\xc1\xeb&\xf3\x0fZ\xc0\xe8\x00\x00\x00\x00'
                    b'\xeb\x1b\xe8\x00\x00\x00\x00\xeb\x14H\x89\xc7\xe8\x00\x00\x00\x00\xeb\nH\x89\xc7\xe8\x00'
                    b'\x00\x00\x00\xeb\x00H\x83\xc4\x08\xc3f\x0f\x1fD\x00\x00H\x89\xf0H\x89\xd6H\x8b'
                    b'\x7f H\x85\xfft\x02\xff\xe01\xc0\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00\x0f\x1f\x00'
                    b'H\xc7G\x10\x00\x00\x00\x00H\x8bG H\xc7G \x00\x00\x00\x00H\x89\xc7H'
                    b'\x83\xec\x08\xe8\x00\x00\x00\x00H\x83\xc4\x081\xc0\xc3f\x0f\x1f\x84\x00\x00\x00\x00\x00'
                    b'SUH\x83\xec\x08H\x89\xfb\xe8\x00\x00\x00\x00H\x89\xdf\xe8\xba\xff\xff\xffH\x89'
                    b'\xdf\xe8\x00\x00\x00\x00H\x89\xc5H\x89\xdf\xe8\x00\x00\x00\x00H\x89\xef\xe8\x00\x00\x00'
                    b'\x00H\x89\xef\xe8\x00\x00\x00\x00H\x83\xc4\x08][\xc3'
                )),
                ('rodata', 16, (
                    b'On\x00OiOO\x00 while calling m'
                    b'achine code\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\xff\xff\xff\xff\xff\xff\xff'
                    b'\x7f\x00\x00\x00\x00\x00\x00\x00\x00\x80\xff\xff\xff\xff\xff\xff\xff\x7f\x00\x00\x00\x00\x00\x00'
                    b'\x00\x00\x00\x80\xff\xff\xff\xff\xff\xff\xff\x7f\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80'
                    b'\xff\xff\xff\xff\xff\xff\xff\x7f\x00\x00\x00\x00\x00\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00\x00'
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\x7f'
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\x7f'
                    b'\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\x7f\x00\x00\x00\x00\x00\x00\x00\x00'
                    b'\xff\xff\xff\xff\xff\xff\xff\x7f'
                )),
                ('data', 64, (
                    b'\x00\x00\x00\x00\x00\x00\x00\x00'
                )),
            ],
            [
                ('slow', 'text', 0),
                ('convert', 'text', 464),
                ('convert_one', 'text', 592),
                ('report', 'text', 1296),
                ('deepen', 'text', 1552),
                ('surface', 'text', 1616),
                ('enter', 'text', 1648),
                ('leave', 'text', 1696),
                ('callback', 'text', 1760),
                ('to_python', 'text', 2304),
                ('traverse', 'text', 2560),
                ('clear', 'text', 2592),
                ('dealloc', 'text', 2640),
                ('.L14', 'rodata', 0),
                ('.L40', 'rodata', 3),
                ('.L45', 'rodata', 8),
                ('ranges', 'rodata', 48),
                ('state', 'data', 0),
            ],
            [
                ('text', 52, 'branch32', 'PyTuple_Size', -4),
                ('text', 81, 'abs64', 'object count_error', 0),
                ('text', 92, 'rel32', '.L14', -4),
                ('text', 105, 'branch32', 'PyObject_CallFunction', -4),
                ('text', 121, 'branch32', 'PyTuple_GetItem', -4),
                ('text', 185, 'branch32', 'PyTuple_GetItem', -4),
                ('text', 211, 'branch32', 'PyTuple_GetItem', -4),
                ('text', 329, 'abs64', 'object bind', 0),
                ('text', 347, 'branch32', 'PyObject_VectorcallDict', -4),
                ('text', 363, 'branch32', 'PyObject_Type', -4),
                ('text', 374, 'branch32', 'Py_DecRef', -4),
                ('text', 380, 'abs64', 'object tuple', 0),
                ('text', 403, 'branch32', 'PyObject_CallObject', -4),
                ('text', 414, 'branch32', 'Py_DecRef', -4),
                ('text', 432, 'branch32', 'raise_object', -4),
                ('text', 559, 'abs64', 'object explain', 0),
                ('text', 669, 'branch32', 'PyIndex_Check', -4),
                ('text', 681, 'branch32', 'PySequence_Check', -4),
                ('text', 697, 'branch32', 'PyObject_CheckBuffer', -4),
                ('text', 743, 'branch32', 'PyObject_GetBuffer', -4),
                ('text', 773, 'abs64', 'object as_address', 0),
                ('text', 789, 'branch32', 'PyObject_CallFunctionObjArgs', -4),
                ('text', 804, 'abs64', 'object None', 0),
                ('text', 821, 'branch32', 'Py_DecRef', -4),
                ('text', 834, 'branch32', 'PyNumber_Index', -4),
                ('text', 854, 'branch32', 'PyLong_AsUnsignedLongLong', -4),
                ('text', 866, 'branch32', 'Py_DecRef', -4),
                ('text', 882, 'branch32', 'PyErr_Occurred', -4),
                ('text', 904, 'branch32', 'PyNumber_Index', -4),
                ('text', 927, 'branch32', 'PyLong_AsLongLongAndOverflow', -4),
                ('text', 943, 'branch32', 'Py_DecRef', -4),
                ('text', 963, 'rel32', 'ranges', -4),
                ('text', 999, 'abs64', 'object True', 0),
                ('text', 1019, 'abs64', 'object False', 0),
                ('text', 1039, 'abs64', 'object as_bool', 0),
                ('text', 1055, 'branch32', 'PyObject_CallFunctionObjArgs', -4),
                ('text', 1075, 'branch32', 'Py_DecRef', -4),
                ('text', 1081, 'abs64', 'object True', 0),
                ('text', 1101, 'abs64', 'object False', 0),
                ('text', 1137, 'branch32', 'PyFloat_AsDouble', -4),
                ('text', 1164, 'branch32', 'PyErr_Occurred', -4),
                ('text', 1179, 'branch32', 'PyFloat_AsDouble', -4),
                ('text', 1206, 'branch32', 'PyErr_Occurred', -4),
                ('text', 1358, 'branch32', 'PyErr_Fetch', -4),
                ('text', 1383, 'branch32', 'PyErr_NormalizeException', -4),
                ('text', 1403, 'branch32', 'PyException_SetTraceback', -4),
                ('text', 1413, 'rel32', '.L40', -4),
                ('text', 1433, 'abs64', 'object None', 0),
                ('text', 1451, 'branch32', 'PyObject_CallFunction', -4),
                ('text', 1462, 'abs64', 'object None', 0),
                ('text', 1479, 'branch32', 'Py_DecRef', -4),
                ('text', 1498, 'branch32', 'PyErr_Restore', -4),
                ('text', 1508, 'branch32', 'raise_object', -4),
                ('text', 1517, 'branch32', 'Py_DecRef', -4),
                ('text', 1527, 'branch32', 'Py_DecRef', -4),
                ('text', 1537, 'branch32', 'Py_DecRef', -4),
                ('text', 1565, 'rel32', '.L45', -4),
                ('text', 1570, 'branch32', 'Py_EnterRecursiveCall', -4),
                ('text', 1628, 'branch32', 'Py_LeaveRecursiveCall', -4),
                ('text', 1650, 'abs32', 'key of state', 0),
                ('text', 1655, 'branch32', 'pthread_getspecific', -4),
                ('text', 1668, 'abs32', 'key of state', 0),
                ('text', 1673, 'branch32', 'pthread_setspecific', -4),
                ('text', 1701, 'abs32', 'key of state', 0),
                ('text', 1706, 'branch32', 'pthread_getspecific', -4),
                ('text', 1716, 'abs32', 'key of state', 0),
                ('text', 1721, 'branch32', 'pthread_setspecific', -4),
                ('text', 1731, 'branch32', 'PyErr_Occurred', -4),
                ('text', 1798, 'branch32', 'PyGILState_GetThisThreadState', -4),
                ('text', 1813, 'branch32', '_PyThreadState_UncheckedGet', -4),
                ('text', 1826, 'rel32', 'state', -4),
                ('text', 1845, 'branch32', 'Py_IsInitialized', -4),
                ('text', 1854, 'branch32', 'PyGILState_GetThisThreadState', -4),
                ('text', 1868, 'branch32', 'PyGILState_Ensure', -4),
                ('text', 1884, 'abs32', 'key of state', 0),
                ('text', 1889, 'branch32', 'pthread_getspecific', -4),
                ('text', 1905, 'branch32', 'PyErr_Occurred', -4),
                ('text', 1931, 'abs32', 'key of state', 0),
                ('text', 1936, 'branch32', 'pthread_setspecific', -4),
                ('text', 1944, 'rel32', 'state', -4),
                ('text', 1952, 'branch32', 'Py_IncRef', -4),
                ('text', 2058, 'branch32', 'PyObject_VectorcallDict', -4),
                ('text', 2082, 'branch32', 'Py_DecRef', -4),
                ('text', 2125, 'branch32', 'Py_DecRef', -4),
                ('text', 2133, 'abs64', 'object explain_result', 0),
                ('text', 2159, 'branch32', 'Py_DecRef', -4),
                ('text', 2203, 'branch32', 'PyErr_WriteUnraisable', -4),
                ('text', 2211, 'branch32', 'Py_DecRef', -4),
                ('text', 2240, 'abs32', 'key of state', 0),
                ('text', 2245, 'branch32', 'pthread_setspecific', -4),
                ('text', 2253, 'rel32', 'state', -4),
                ('text', 2268, 'branch32', 'PyGILState_Release', -4),
                ('text', 2404, 'branch32', 'PyLong_FromLongLong', -4),
                ('text', 2418, 'branch32', 'PyLong_FromLongLong', -4),
                ('text', 2428, 'branch32', 'PyLong_FromLongLong', -4),
                ('text', 2438, 'branch32', 'PyLong_FromLongLong', -4),
                ('text', 2448, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2458, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2467, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2477, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2487, 'abs64', 'object True', 0),
                ('text', 2497, 'abs64', 'object False', 0),
                ('text', 2516, 'branch32', 'PyFloat_FromDouble', -4),
                ('text', 2523, 'branch32', 'PyFloat_FromDouble', -4),
                ('text', 2533, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2543, 'branch32', 'PyLong_FromUnsignedLongLong', -4),
                ('text', 2620, 'branch32', 'Py_DecRef', -4),
                ('text', 2650, 'branch32', 'PyObject_GC_UnTrack', -4),
                ('text', 2666, 'branch32', 'PyObject_Type', -4),
                ('text', 2677, 'branch32', 'PyObject_GC_Del', -4),
                ('text', 2685, 'branch32', 'Py_DecRef', -4),
                ('text', 2693, 'branch32', 'Py_DecRef', -4),
                ('text', 456, 'branch32', 'drop', -4),
            ],
            [
                (0, ((0, (7, 8, ((16, -8),))),)),
                (1, ((0, (7, 16, ((6, -16), (16, -8)))),)),
                (4, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (5, ((0, (6, 16, ((3, -24), (6, -16), (16, -8)))),)),
                (7, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (16, -8)))),)),
                (9, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (16, -8)))),)),
                (11, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (13, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (17, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (144, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (445, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (447, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (449, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (13, -40), (16, -8)))),)),
                (451, ((0, (6, 16, ((3, -24), (6, -16), (12, -32), (16, -8)))),)),
                (453, ((0, (6, 16, ((3, -24), (6, -16), (16, -8)))),)),
                (454, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (455, ((0, (7, 8, ((16, -8),))),)),
                (465, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (466, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (468, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (470, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (472, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (474, ((0, (7, 56, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (478, ((0, (7, 64, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (546, ((0, (7, 56, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (548, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (550, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (552, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (554, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (555, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (556, ((0, (7, 8, ((16, -8),))),)),
                (557, ((0, (7, 64, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (15, -56), (16, -8)))),)),
                (592, ((0, (7, 8, ((16, -8),))),)),
                (593, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (594, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (596, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (598, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (600, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (1271, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (1273, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1275, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1276, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1277, ((0, (7, 8, ((16, -8),))),)),
                (1278, ((0, (7, 48, ((3, -16), (6, -24), (12, -32), (13, -40), (14, -48), (16, -8)))),)),
                (1296, ((0, (7, 8, ((16, -8),))),)),
                (1297, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1298, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1300, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1302, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (1306, ((0, (7, 64, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (1545, ((0, (7, 40, ((3, -16), (6, -24), (12, -32), (13, -40), (16, -8)))),)),
                (1547, ((0, (7, 32, ((3, -16), (6, -24), (12, -32), (16, -8)))),)),
                (1549, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1550, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1551, ((0, (7, 8, ((16, -8),))),)),
                (1553, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1554, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1558, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (1608, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1609, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1610, ((0, (7, 8, ((16, -8),))),)),
                (1617, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1618, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1622, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (1643, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (1644, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1645, ((0, (7, 8, ((16, -8),))),)),
                (1649, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1681, ((0, (7, 8, ((16, -8),))),)),
                (1697, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (1749, ((0, (7, 8, ((16, -8),))),)),
                (1760, ((0, (6, 16, ((6, -16), (16, -8)))),)),
                (2296, ((0, (7, 8, ((16, -8),))),)),
                (2308, ((0, (7, 16, ((16, -8),))),)),
                (2553, ((0, (7, 8, ((16, -8),))),)),
                (2619, ((0, (7, 16, ((16, -8),))),)),
                (2628, ((0, (7, 8, ((16, -8),))),)),
                (2641, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (2642, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (2646, ((0, (7, 32, ((3, -16), (6, -24), (16, -8)))),)),
                (2701, ((0, (7, 24, ((3, -16), (6, -24), (16, -8)))),)),
                (2702, ((0, (7, 16, ((3, -16), (16, -8)))),)),
                (2703, ((0, (7, 8, ((16, -8),))),)),
            ],
        ),
    ),
}
