/* Everyday mistakes; each function holds one kind. */
#include <stdio.h>
#include <string.h>

struct sample { int rate; double *values; };
static int unused_helper(void) { return 3; }
int combine(int a, int b, int c, int d, int e, int f);
void take_sample(struct sample *sample, const char *name);
typedef struct hidden hidden_type;

int missing_semicolon(int count) { int next = count + 1 return next; }
int undeclared_name(void) { return total_cuont; }
int undeclared_function(struct sample *s) { return mix_samples(s, 2); }
int missing_member(struct sample *s) { return s->length; }
int missing_member_2(struct sample s) { return s.f; }
int too_few(void) { return combine(1, 2, 3, 4, 5); }
int too_many(void) { return combine(1, 2, 3, 4, 5, 6, 7); }
int incomplete(hidden_type *h) { return h->size + (int)sizeof(struct unknown); }
int wrong_type(void) { int *p = 3.5; char *text = 7; return *p + *text; }
int wrong_pointer(double *values) { int *p = values; take_sample(p, 4); return 0; }
const char *dropped_const(const char *text) { char *other = text; return other; }
unknown_type make(void);
int redefined(int a) { int a = 2; return a; }
void no_value(void) { return 3; }
int value(void) { return; }
int not_a_function(int a) { return a(2); }
int format(const char *s) { printf("%d %s\n", s, 3); return 0; }
int unused_things(void) { int spare; char small[4]; strcpy(small, "much too long"); return 0; }
int compare(unsigned a, int b) { if (a = b) return a < b; }
int lvalue(int a) { a + 1 = 3; return a; }
int statement(int a) { switch (a) { case 1: case 1: break; } else return 2; }
int index_struct(struct sample s) { return s[0] + *s.rate; }
#error "This platform has no sample clock"
