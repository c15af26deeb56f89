/** One row of a linear programme: `coefficients · x = constant`. */
export interface EqualityRow {
  readonly coefficients: Float64Array;
  readonly constant: number;
}

/** The largest value of an objective; `value` is Infinity where nothing bounds it, and there are then no multipliers. */
export interface Optimum {
  readonly value: number;
  readonly point: Float64Array;
  /** For each row the multiplier that proves the bound (the dual solution); null where there is no bound. */
  readonly multipliers: Float64Array | null;
}

/** A set of points x ≥ 0 that satisfy the rows, ready to be asked for the most of any objective. */
export interface FeasibleSet {
  readonly largest: (objective: Float64Array) => Optimum;
}

const TINY = 1e-9;
const FEASIBLE = 1e-6;
/** After this many steps by steepest gain, Bland's rule (lowest index first), which cannot go round in circles. */
const STEEP_STEPS = 200;

interface Tableau {
  readonly rows: Float64Array[];
  readonly basis: number[];
  readonly columns: number;
  /** +1 or −1 for each row: rows are turned so that their constant is not negative. */
  readonly turned: Int8Array;
}

function pivot(tableau: Tableau, at: number, column: number): void {
  const row = tableau.rows[at];
  if (row === undefined) return;
  const by = row[column] ?? 1;
  for (let k = 0; k < row.length; k += 1) row[k] = (row[k] ?? 0) / by;
  for (const other of tableau.rows) {
    if (other === row) continue;
    const factor = other[column] ?? 0;
    if (Math.abs(factor) < TINY) {
      other[column] = 0;
      continue;
    }
    for (let k = 0; k < row.length; k += 1) {
      const part = row[k] ?? 0;
      if (part !== 0) other[k] = (other[k] ?? 0) - factor * part;
    }
    other[column] = 0;
  }
  tableau.basis[at] = column;
}

/** What one more of each column would gain: objective minus what its basis already counts. */
function gains(tableau: Tableau, objective: Float64Array, upTo: number): Float64Array {
  const gain = new Float64Array(upTo);
  for (let k = 0; k < upTo; k += 1) gain[k] = objective[k] ?? 0;
  for (const [at, row] of tableau.rows.entries()) {
    const worth = objective[tableau.basis[at] ?? 0] ?? 0;
    if (worth === 0) continue;
    for (let k = 0; k < upTo; k += 1) gain[k] = (gain[k] ?? 0) - worth * (row[k] ?? 0);
  }
  return gain;
}

function entering(gain: Float64Array, steep: boolean): number {
  let best = -1;
  let most = 1e-7;
  for (let k = 0; k < gain.length; k += 1) {
    const one = gain[k] ?? 0;
    if (one <= most) continue;
    best = k;
    if (!steep) return best;
    most = one;
  }
  return best;
}

function leaving(tableau: Tableau, column: number): number {
  const last = (tableau.rows[0]?.length ?? 1) - 1;
  let at = -1;
  let least = Infinity;
  for (const [index, row] of tableau.rows.entries()) {
    const by = row[column] ?? 0;
    if (by < 1e-8) continue;
    const ratio = (row[last] ?? 0) / by;
    const nearer = ratio < least - TINY;
    const same = !nearer && ratio < least + TINY && (tableau.basis[index] ?? 0) < (tableau.basis[at] ?? 0);
    if (nearer || same) {
      at = index;
      least = Math.min(least, ratio);
    }
  }
  return at;
}

/** Walks to the best corner; false where the objective has no bound. Only the first `upTo` columns may enter. */
function climb(tableau: Tableau, objective: Float64Array, upTo: number): boolean {
  for (let step = 0; ; step += 1) {
    const column = entering(gains(tableau, objective, upTo), step < STEEP_STEPS);
    if (column < 0) return true;
    const at = leaving(tableau, column);
    if (at < 0) return false;
    pivot(tableau, at, column);
  }
}

function start(columns: number, rows: readonly EqualityRow[]): Tableau {
  const turned = new Int8Array(rows.length);
  const tableau = rows.map((row, index) => {
    const sign = row.constant < 0 ? -1 : 1;
    turned[index] = sign;
    const made = new Float64Array(columns + rows.length + 1);
    for (let k = 0; k < columns; k += 1) made[k] = sign * (row.coefficients[k] ?? 0);
    made[columns + index] = 1;
    made[columns + rows.length] = sign * row.constant;
    return made;
  });
  return { rows: tableau, basis: rows.map((_, index) => columns + index), columns, turned };
}

/** Takes the helping columns out of the basis where a real one can stand for them; what stays is a row said twice. */
function settle(tableau: Tableau): void {
  for (const [at, row] of tableau.rows.entries()) {
    if ((tableau.basis[at] ?? 0) < tableau.columns) continue;
    for (let k = 0; k < tableau.columns; k += 1) {
      if (Math.abs(row[k] ?? 0) < 1e-7) continue;
      pivot(tableau, at, k);
      break;
    }
  }
}

/**
 * The points x ≥ 0 that satisfy the rows; null when there are none. Two-phase simplex on a dense table (Dantzig 1963;
 * Bland 1977 against circling): made for the few hundred cells of a printed table.
 */
export function feasibleSet(columns: number, rows: readonly EqualityRow[]): FeasibleSet | null {
  const tableau = start(columns, rows);
  const helping = new Float64Array(columns + rows.length).fill(-1, columns);
  climb(tableau, helping, columns);
  const last = columns + rows.length;
  const short = tableau.rows.reduce(
    (sum, row, at) => sum + ((tableau.basis[at] ?? 0) >= columns ? Math.abs(row[last] ?? 0) : 0),
    0,
  );
  const size = rows.reduce((most, row) => Math.max(most, Math.abs(row.constant)), 1);
  if (short > FEASIBLE * size) return null;
  settle(tableau);

  const largest = (objective: Float64Array): Optimum => {
    const bounded = climb(tableau, objective, columns);
    const point = new Float64Array(columns);
    for (const [at, row] of tableau.rows.entries()) {
      const column = tableau.basis[at] ?? 0;
      if (column < columns) point[column] = Math.max(0, row[last] ?? 0);
    }
    if (!bounded) return { value: Infinity, point, multipliers: null };
    const multipliers = new Float64Array(rows.length);
    for (const [at, row] of tableau.rows.entries()) {
      const worth = (tableau.basis[at] ?? 0) < columns ? (objective[tableau.basis[at] ?? 0] ?? 0) : 0;
      if (worth === 0) continue;
      for (let k = 0; k < rows.length; k += 1) {
        multipliers[k] = (multipliers[k] ?? 0) + worth * (row[columns + k] ?? 0) * (tableau.turned[k] ?? 1);
      }
    }
    let value = 0;
    for (let k = 0; k < columns; k += 1) value += (objective[k] ?? 0) * (point[k] ?? 0);
    return { value, point, multipliers };
  };
  return { largest };
}
