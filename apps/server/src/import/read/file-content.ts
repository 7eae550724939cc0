/** Between the cells of a CSV file. */
export type Separator = ',' | ';';

/** One record of a bulk file, at the physical line (from 1) where it begins. */
export interface FileRecord {
  readonly line: number;
  /** With a problem: the line as it stands, in one cell, or nothing when it is too long to be kept. */
  readonly cells: readonly string[];
  /** Why the record cannot be read. It never stops the others. */
  readonly problem?: string;
}

/** The columns in which the cells of a file stand. */
export interface FileHeader {
  readonly columns: readonly string[];
  readonly separator: Separator;
  /** Why the columns cannot be read. */
  readonly problem?: string;
}

/**
 * A file of either format: columns and records. A line of JSON Lines is a record of one cell, in
 * `lineColumn`.
 */
export interface FileContent {
  readonly header: FileHeader;
  /** Can be read several times. Each time reads the file again, no faster than the records are taken. */
  readonly records: AsyncIterable<FileRecord>;
}

/** The column of a line of JSON Lines, which is kept as it is. */
export const lineColumn = 'row';

/** The columns that a file of rejected rows has more. A file that has them can be imported like any other. */
export const rejectedColumns = ['rejectedLine', 'rejectedCode', 'rejectedReason'] as const;

/** The columns of a file of which no column can be read. */
export const noColumns: FileHeader = { columns: [], separator: ',' };
