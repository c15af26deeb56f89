/** Why our reading of a file differs from the independent one; every other file agrees in every count. */
export const REASONS: Readonly<Record<string, string>> = {
  'calamine/covered.ods': 'merges: the other reader does not report them in .ods',
  'calamine/merged_cells.ods': 'merges: the other reader does not report them in .ods',
  'phpspreadsheet/Ods/MergeRangeTest.ods': 'merges: the other reader does not report them in .ods',
  'sheetjs/merge_cells.ods': 'merges: the other reader does not report them in .ods',
  'phpspreadsheet/Ods/HiddenSheet2.ods': 'state: the other reader did not look at it in .ods; the sheet is hidden',
  'calamine/issues.ods': 'dates: the other reader counts .ods dates as text',
  'sheetjs/formula_stress_test.ods':
    'dates: the other reader counts .ods dates as text; errors: Excel stores #N/A as the number 0 that shows #N/A',
  'sheetjs/number_format.ods':
    'errors: Excel stores #NAME? as the number 0 that shows #NAME?; dates as above; a time of a day or more is a length',
  'calamine/date_1904.xls': 'an elapsed time [h]:mm stays a number of days',
  'calamine/date_1904.xlsx': 'an elapsed time [h]:mm stays a number of days',
  'calamine/date_iso.xlsx': 'an ISO time without a date stays text',
  'phpspreadsheet/XLSX/explicitdate.xlsx':
    'an ISO time without a date stays text; two formulas without a stored result count as cells, of unknown value',
  'poi/testEXCEL_3.xls': 'Excel 3 has no sheet names; the libraries call the one sheet Sheet1 and Sheet 1',
  'poi/testEXCEL_4.xls': 'Excel 4 has no sheet names; the libraries call the one sheet Sheet1 and Sheet 1',
  'poi/poc-shared-strings.xlsx': 'refused: its rows begin with a row 0, which no sheet has',
  'calamine/issue_594_dos.ods': 'refused: it asks for a billion columns of the same cell; the other reader cut it off',
  'sheetjs/biff5/number_format_greek.xls':
    'a negative number in a date format (Excel shows #####) and an elapsed time stay numbers',
  'sheetjs/number_format.xls':
    'a negative number in a date format (Excel shows #####) and an elapsed time stay numbers; the other reader found ten cells fewer',
  'sheetjs/number_format.xlsm':
    'a negative number in a date format (Excel shows #####) and an elapsed time stay numbers; the other reader found ten cells fewer',
};

/** Files the independent reader refused or could not read, and what is to be found: sheet, numbers, their sum. */
export const READ_BY_US: Readonly<Record<string, readonly [string, number, number]>> = {
  'calamine/issue_174.xlsx': ['', 4, 126.701],
  'calamine/strict_iso_paths.xlsx': ['ml_out', 1317, 68_992_560_332.64629],
  'phpspreadsheet/XLSX/namespacepurl.xlsx': ['ml_out', 1317, 68_992_560_332.64629],
  'poi/SampleSS.strict.xlsx': ['Sheet Number 2', 4, 26],
  'sheetjs/sheet_visibility_strict.xlsx': ['VeryHidden', 10, 1010],
  'phpspreadsheet/XLSX/Zip-Windows-Directory-Separator.xlsx': ['Sheet', 0, 0],
  'phpspreadsheet/XLSX/rootZipFiles.xlsx': ['Data', 0, 0],
  'phpspreadsheet/XLS/pwtest.xls': ['Sheet1', 0, 0],
  'sheetjs/phpexcel_bad_cfb_dir.xls': ['Sayfa1', 14, 2994.8],
};

/** The .xlsb files and the same workbook in a format the independent reader could read. */
export const TWINS: Readonly<Record<string, string>> = {
  'calamine/any_sheets.xlsb': 'calamine/any_sheets.xlsx',
  'calamine/date_1904.xlsb': 'calamine/date_1904.xlsx',
  'calamine/issues.xlsb': 'calamine/issues.xlsx',
  'sheetjs/crlf/crlf.xlsb': 'sheetjs/crlf/crlf.xlsx',
  'sheetjs/formula_stress_test.xlsb': 'sheetjs/formula_stress_test.xlsx',
  'sheetjs/merge_cells.xlsb': 'sheetjs/merge_cells.xlsx',
};

export const PASSWORDS: Readonly<Record<string, string>> = {
  'edge/enc/lo_rc4.xls': 'Pa55word',
  'edge/enc/ot_agile.xlsx': 'Pa55word',
  'poi/password.xls': 'password',
  'poi/protected_passtika.xlsx': 'tika',
  'poi/protected_passtika.xlsb': 'tika',
  'sheetjs/password_2002_128_enhrsa.xls': 'password',
  'sheetjs/password_2002_40_basecrypto.xls': 'password',
};
