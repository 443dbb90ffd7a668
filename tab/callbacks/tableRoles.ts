/**
 * What the parts of a table are. Some browsers forget it of a table that CSS lays out as cards; said like
 * this, a screen reader still knows rows and cells.
 */
export const tableRoles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
