import { parseQuantity } from '#lib/text/quantities.ts';
import type { Amount, Quantity } from '#lib/text/types.ts';

/** The last word of what a figure counts, without its plural ending. */
function unitStem(unit: string): string {
	const word = unit.split(/[^\p{L}\p{N}%\p{Sc}]+/u).findLast(Boolean) ?? '';
	return word.replace(/(?<=\p{L}{2})(?:ies|y)$/u, 'i').replace(/(?<=\p{L}{2})e?s$/u, '');
}

function sameUnit(a: Quantity, b: Quantity): boolean {
	return a.unit === '' || b.unit === '' || unitStem(a.unit) === unitStem(b.unit);
}

function sameAmount(a: Amount, b: Amount): boolean {
	if (a.type === 'value' && b.type === 'value') return a.value === b.value;
	if (a.type === 'range' && b.type === 'range') return a.low === b.low && a.high === b.high;
	return a.type === 'vague' && b.type === 'vague' && a.vague === b.vague;
}

/** Whether two figures give the same amount, whatever they count. */
export function isSameAmount(a: Quantity, b: Quantity): boolean {
	return sameAmount(a.amount, b.amount) && (a.unit === 'share') === (b.unit === 'share');
}

/** Whether two figures say the same: hedges aside, the same amount of the same thing. */
export function isSameFigure(a: Quantity, b: Quantity): boolean {
	return isSameAmount(a, b) && sameUnit(a, b);
}

const VAGUE: Record<string, number> = {
	few: 2,
	several: 2,
	many: 2,
	tens: 10,
	dozens: 12,
	scores: 20,
	hundreds: 100,
	thousands: 1000,
	millions: 1e6,
	billions: 1e9
};

/** The lowest and highest number an amount may stand for, a tenth given on both sides. */
function span(amount: Amount): { low: number; high: number } {
	if (amount.type === 'value') return { low: amount.value * 0.9, high: amount.value * 1.1 };
	if (amount.type === 'range') return { low: amount.low * 0.9, high: amount.high * 1.1 };
	const [first = '', times = ''] = amount.vague.split('-of-');
	const low = (VAGUE[first] ?? 1) * (VAGUE[times] ?? 1);
	return { low, high: low * 100 };
}

/** Whether an answer of one figure might pass for the other. */
export function mayPassFor(a: Quantity, b: Quantity): boolean {
	if ((a.unit === 'share') !== (b.unit === 'share')) return false;
	const [left, right] = [span(a.amount), span(b.amount)];
	return left.low <= right.high && right.low <= left.high;
}

/** Whether two texts are figures that say the same. */
export function areSameFigure(a: string, b: string): boolean {
	const [left, right] = [parseQuantity(a), parseQuantity(b)];
	return left !== null && right !== null && isSameFigure(left, right);
}
