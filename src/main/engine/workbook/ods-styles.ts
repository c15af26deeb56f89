import { xmlTags } from './xml-elements.ts';

/** What an OpenDocument file's styles say that changes what a cell or a sheet means. */
export class OdsStyles {
  private readonly monthFormats = new Set<string>();
  private readonly formatOfStyle = new Map<string, string>();
  private readonly parentOfStyle = new Map<string, string>();
  private readonly hiddenTables = new Set<string>();

  /** Reads the styles of `styles.xml`, or those at the beginning of `content.xml`. */
  add(xml: string): void {
    let dateFormat = '';
    let parts = new Set<string>();
    let style = '';
    for (const tag of xmlTags(xml)) {
      if (tag.name === 'body') return;
      if (tag.name === 'date-style') {
        if (tag.isEnd) {
          if (parts.has('month') && parts.has('year') && !parts.has('day') && !parts.has('hours'))
            this.monthFormats.add(dateFormat);
        } else {
          dateFormat = tag.attribute('name') ?? '';
          parts = new Set();
        }
      } else if (tag.name === 'style' && !tag.isEnd) {
        style = tag.attribute('name') ?? '';
        const format = tag.attribute('data-style-name');
        const parent = tag.attribute('parent-style-name');
        if (format !== null) this.formatOfStyle.set(style, format);
        if (parent !== null) this.parentOfStyle.set(style, parent);
      } else if (tag.name === 'table-properties' && tag.attribute('display') === 'false') {
        this.hiddenTables.add(style);
      } else {
        parts.add(tag.name);
      }
    }
  }

  hidesTable(style: string | null): boolean {
    return style !== null && this.hiddenTables.has(style);
  }

  /** Whether a date in this style shows month and year only; styles inherit their format. */
  showsMonthOnly(style: string | null): boolean {
    let name = style;
    for (let steps = 0; name !== null && steps < 10; steps++) {
      const format = this.formatOfStyle.get(name);
      if (format !== undefined) return this.monthFormats.has(format);
      name = this.parentOfStyle.get(name) ?? null;
    }
    return false;
  }
}
