import type { Amount, Quantity } from '#lib/text/types.ts';

/** Whether two figures say the same number, span or vague class, whatever their hedges. */
export function sameAmount({ amount: a }: Quantity, { amount: b }: Quantity): boolean {
	if (a.type === 'value') return b.type === 'value' && a.value === b.value;
	if (a.type === 'range') return b.type === 'range' && a.low === b.low && a.high === b.high;
	return b.type === 'vague' && a.vague === b.vague;
}

/** Whether two figures may count the same thing: an unnamed unit fits all. */
export function sameUnit(one: Quantity, other: Quantity): boolean {
	const [a, b] = [stem(one.unit), stem(other.unit)];
	return a === b || a === '' || b === '';
}

/** Whether saying `claim` is true wherever `truth` is: "more than 100" where it was 350. */
export function follows(claim: Quantity, truth: Quantity): boolean {
	const [outer, inner] = [span(claim), span(truth)];
	return outer !== null && inner !== null && outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The middle of a figure, for comparing sizes; 0 for a vague plural. */
export function sizeOf({ amount }: Quantity): number {
	if (amount.type === 'value') return amount.value;
	return amount.type === 'range' ? (amount.low + amount.high) / 2 : 0;
}

function span({ amount, hedge }: Quantity): [number, number] | null {
	const ends = endsOf(amount);
	if (!ends) return null;
	if (hedge === 'at-least' || hedge === 'more-than') return [ends[0], Infinity];
	if (hedge === 'at-most' || hedge === 'less-than' || hedge === 'almost')
		return [-Infinity, ends[1]];
	return ends;
}

function endsOf(amount: Amount): [number, number] | null {
	if (amount.type === 'value') return [amount.value, amount.value];
	return amount.type === 'range' ? [amount.low, amount.high] : null;
}

function stem(unit: string): string {
	return unit.length > 3 ? unit.replace(/s$/u, '') : unit;
}
