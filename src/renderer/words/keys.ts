/** Every key the window knows, for the help and beside the commands. */
export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl + K'], does: 'find or do anything: type a room, a measure, a neighbourhood, a pack or a command' },
  { keys: ['1', '… 9'], does: 'open a room by its number, where nobody is typing' },
  { keys: ['Alt + 1', '… 9'], does: 'open a room by its number, also while typing' },
  { keys: ['F1', '?'], does: 'open this help' },
  { keys: ['Tab', 'Shift + Tab'], does: 'go to the next or the previous thing that can be used' },
  { keys: ['Enter', 'Space'], does: 'press the button or open the link that has the focus' },
  { keys: ['Arrow keys'], does: 'move between figures of a table, cells of a sheet, tabs and choices' },
  { keys: ['Enter on a figure'], does: 'show where the figure comes from' },
  { keys: ['Escape'], does: 'close the panel, the list or the help, and go back to where you were' },
  { keys: ['0', '… 4'], does: 'give a level in a score sheet; Ctrl + Enter keeps the sheet' },
  { keys: ['Ctrl + Z', 'Ctrl + Y'], does: 'take back or do again what was typed' },
  { keys: ['Ctrl + +', 'Ctrl + −', 'Ctrl + 0'], does: 'larger, smaller, actual size' },
  { keys: ['F11'], does: 'full screen' },
];
