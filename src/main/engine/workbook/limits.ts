const MB = 1024 * 1024;

/** What a workbook may ask of this computer. Beyond these a file is refused in a plain sentence. */
export const LIMITS = {
  fileBytes: 256 * MB,
  sheets: 1_000,
  rows: 1_048_576,
  columns: 16_384,
  zipEntries: 20_000,
  zipDirectoryBytes: 16 * MB,
  /** How many times its packed size a part may unfold to, once it is larger than {@link ratioFromBytes}. */
  inflateRatio: 100,
  ratioFromBytes: 32 * MB,
  sheetBytes: 6 * 1024 * MB,
  sharedStringsBytes: 512 * MB,
  partBytes: 64 * MB,
  /** One element, such as a cell with its text. Excel allows 32,767 characters. */
  elementBytes: 4 * MB,
  /** Cells that an .ods file may make by «the same again» instead of writing them out. */
  repeatedCells: 2_000_000,
  /** Formats read in one piece (.xls, .xlsb, .ods): the unfolded size of all parts. */
  wholeFileBytes: 256 * MB,
  /** All readable files in a zip together. */
  zipMembersBytes: 1024 * MB,
  timeMs: 10 * 60_000,
  /**
   * .xls and .xlsb are read in one piece by a library that a damaged file can send round in circles: they have this long,
   * and {@link legacyMsPerMB} more for each megabyte (it needs about half a second).
   */
  legacyMs: 20_000,
  legacyMsPerMB: 5_000,
} as const;
