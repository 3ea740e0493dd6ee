// The linear programming solver CLP of COIN-OR, through its C interface.
#include <coin/Clp_C_Interface.h>
