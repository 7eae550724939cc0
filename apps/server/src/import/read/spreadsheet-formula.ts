// A spreadsheet runs a cell that begins with one of these as a formula, also when the file is only looked at (OWASP,
// "CSV Injection"). A file of rejected rows is made to be opened in one, and its cells were written by strangers.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell that no spreadsheet runs. An apostrophe goes before it; one that already has apostrophes gets one more, so
 * that `formulaAllowed` gives back exactly what stood there.
 */
export function formulaGuarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `formulaGuarded`. Only for a file of rejected rows: elsewhere an apostrophe is text. */
export function formulaAllowed(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
