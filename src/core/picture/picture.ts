/**
 * A chart as a plain value: ECharts options with everything the reader needs inside (title, finding, foot). The window,
 * the PNG, the SVG and the workbook draw this one value, so they cannot differ.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly option: Readonly<Record<string, unknown>>;
}

/** Pixels. Without a height the picture takes the height that suits its content. */
export interface PictureSize {
  readonly width: number;
  readonly height?: number;
}

/** The box that is left for the drawing, in pixels from the top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line of text at an exact place; `y` is the top of the line. */
export interface PlacedText {
  readonly type: 'text';
  readonly silent: true;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly style: Readonly<Record<string, unknown>>;
}
