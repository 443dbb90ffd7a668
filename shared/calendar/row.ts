/** A row that is known to exist. */
export function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`There is no row ${index} in a table of ${rows.length}.`);
  return row;
}
