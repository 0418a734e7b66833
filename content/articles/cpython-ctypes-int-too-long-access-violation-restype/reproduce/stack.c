#include <stdlib.h>
struct stack { int size; };
struct stack *stack_new(void) { return calloc(1, sizeof(struct stack)); }
int stack_size(struct stack *s) { return s->size; }
