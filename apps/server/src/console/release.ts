/** The version of Safeconduct, as in `package.json`. */
export const release = '0.1.0';
