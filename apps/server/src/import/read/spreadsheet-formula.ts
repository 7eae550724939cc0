// A spreadsheet runs a cell that begins with one of these characters as a formula, as soon as the file is
// opened (OWASP, "CSV Injection"). Files of rejected rows are opened in spreadsheets, and their cells may
// come from anybody.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell that no spreadsheet runs: a formula gets an apostrophe in front. A formula that already has
 * apostrophes in front gets one more, so that `formulaAllowed` restores exactly the original.
 */
export function formulaGuarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Undoes `formulaGuarded`. Only for files of rejected rows: in other files an apostrophe is text. */
export function formulaAllowed(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
