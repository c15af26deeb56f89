/** Version of the workbench, kept with every import and shown in «About»; package.json carries the same (a test checks). */
export const APP_VERSION = '0.1.0';

/** Raised whenever the reading of a layout changes, so that an import says by which rules it was read. */
export const MAPPING_VERSION = 1;
