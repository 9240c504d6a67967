interface Rows {
	before: number[];
	previous: number[];
}

function isSwap(left: string[], right: string[], row: number, column: number): boolean {
	return (
		row > 0 && column > 0 && right[column] === left[row - 1] && right[column - 1] === left[row]
	);
}

/** One row of the table: the distances of the first `row + 1` letters of `left` to every start of `right`. */
function nextRow(left: string[], right: string[], row: number, { before, previous }: Rows) {
	const letter = left[row];
	let last = row + 1;
	const current = [last];
	for (let column = 0; column < right.length; column += 1) {
		const diagonal = (previous[column] ?? 0) + (letter === right[column] ? 0 : 1);
		last = Math.min(diagonal, (previous[column + 1] ?? 0) + 1, last + 1);
		if (isSwap(left, right, row, column)) last = Math.min(last, (before[column - 1] ?? 0) + 1);
		current.push(last);
	}
	return current;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one text
 * the other (optimal string alignment); `limit + 1` where it is more than `limit`.
 * @see Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.1
 */
export function editDistance(left: string, right: string, limit: number): number {
	const from = [...left];
	const to = [...right];
	if (Math.abs(from.length - to.length) > limit) return limit + 1;
	let before: number[] = [];
	let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
	for (const row of from.keys()) {
		const current = nextRow(from, to, row, { before, previous });
		if (Math.min(...current) > limit) return limit + 1;
		[before, previous] = [previous, current];
	}
	return Math.min(previous[to.length] ?? 0, limit + 1);
}

function withoutDoubles(word: string): string {
	return word.replace(/(.)\1/g, '$1');
}

function sorted(word: string): string {
	return [...word].sort().join('');
}

/** How long a word must be to be known with a letter left out. */
const LONG_ENOUGH = 5;

/**
 * Whether the fingers alone made one text of the other, first and last letter kept: two neighbours
 * swapped, one doubled, or one of five and more left out.
 */
export function isFumble(typed: string, word: string): boolean {
	if (typed[0] !== word[0] || typed.at(-1) !== word.at(-1)) return false;
	if (editDistance(typed, word, 1) > 1) return false;
	if (typed.length === word.length) return sorted(typed) === sorted(word);
	if (typed.length < word.length) return word.length >= LONG_ENOUGH;
	return withoutDoubles(typed) === withoutDoubles(word);
}
