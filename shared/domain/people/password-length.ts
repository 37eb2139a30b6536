/** Length alone makes a password strong; the most only bounds the work of hashing it. In characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;
