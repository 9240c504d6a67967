import { mendNumberWords } from '#lib/text/number-spelling.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import type { Quantity } from '#lib/text/types.ts';
import { fitsUnit } from './figure-units.ts';
import { compareAmounts, contradicts, type Comparison } from './figures.ts';
import type { ReadyKey, Typed } from './grading.ts';
import { partly, review, right, spelling, wrong } from './marks.ts';
import type { Mark } from './types.ts';

function fits(typed: Quantity, wanted: Quantity, ask: string): boolean {
	if (typed.unit === 'share' || wanted.unit === 'share') {
		return typed.unit === wanted.unit || typed.unit === '';
	}
	return fitsUnit(typed.unit, wanted.unit, ask);
}

/** Whether a typed figure is a foreseen wrong one: the same amount, and its unit where the amount is the answer's too. */
function isMiss(miss: Quantity, typed: Quantity, isAmountRight: boolean): boolean {
	if (compareAmounts({ ...miss, hedge: 'exact' }, typed).is !== 'same') return false;
	if (isAmountRight) return typed.unit !== '' && fitsUnit(typed.unit, miss.unit);
	return fitsUnit(typed.unit, miss.unit);
}

/** A foreseen wrong figure that is not the answer's own amount, or the answer's with another unit. */
function foreseen({ key, misses }: ReadyKey, typed: Quantity, wanted: Quantity): Mark | undefined {
	const isExact = compareAmounts({ ...wanted, hedge: 'exact' }, typed).is === 'same';
	if (isExact && fits(typed, wanted, key.ask)) return undefined;
	const miss = misses.find(({ figure }) => figure && isMiss(figure, typed, isExact));
	return miss && wrong('near-miss', { code: 'near-miss', why: miss.why });
}

/** What else of the report a wrong figure counts. */
function otherFigure({ rivalFigures }: ReadyKey, typed: Quantity): Mark | undefined {
	const rival = rivalFigures.find(({ figure }) => isMiss(figure, typed, false));
	if (!rival) return undefined;
	const { text, tells } = rival;
	return wrong('rival', { code: 'answers-other', text, ...(tells && { tells }) });
}

function offMark(comparison: Comparison): Mark {
	const times = comparison.is === 'off' ? comparison.times : undefined;
	if (times === undefined || times === 1) return wrong('quantity');
	const isHigh = times > 1;
	return wrong('quantity', {
		code: isHigh ? 'too-high' : 'too-low',
		factor: isHigh ? times : 1 / times
	});
}

function compared(ready: ReadyKey, typed: Quantity, wanted: Quantity): Mark {
	const miss = foreseen(ready, typed, wanted);
	if (miss) return miss;
	const comparison = compareAmounts(wanted, typed);
	if (comparison.is === 'off') return otherFigure(ready, typed) ?? offMark(comparison);
	if (!fits(typed, wanted, ready.key.ask)) {
		const { unit } = wanted;
		return comparison.is === 'same'
			? partly('unit', { code: 'unit', expected: unit })
			: wrong('unit');
	}
	if (comparison.is === 'inside-class') return partly('inside-class', { code: 'inside-class' });
	if (comparison.is === 'inside') return partly('range');
	const isTurned = contradicts(typed.hedge, wanted.hedge);
	return isTurned ? partly('hedge', { code: 'hedge' }) : right('quantity');
}

function better(one: Mark, other: Mark): Mark {
	return Number(other.credit) > Number(one.credit) ? other : one;
}

function gradeFigure(ready: ReadyKey, text: string): Mark | undefined {
	const figure = parseQuantity(text);
	const marks = figure ? ready.figures.map((wanted) => compared(ready, figure, wanted)) : [];
	return marks.length > 0 ? marks.reduce(better) : undefined;
}

/** Grades a figure with the slips in its number words mended. */
function gradeMended(ready: ReadyKey, text: string): Mark | undefined {
	const spelt = mendNumberWords(text);
	const mended = spelt === text ? undefined : gradeFigure(ready, spelt);
	return mended?.verdict === 'right' ? spelling('typo') : mended;
}

/** Grades a figure: its amount, what it counts, and how it is hedged; a text with the figure in it is for a person. */
export function quantities(ready: ReadyKey, typed: Typed): Mark | undefined {
	if (ready.key.answer.form !== 'quantity') return undefined;
	const plain = gradeFigure(ready, typed.raw);
	if (plain && plain.verdict !== 'wrong') return plain;
	const mended = gradeMended(ready, typed.raw);
	if (plain) return better(plain, mended ?? plain);
	if (mended) return mended;
	const isInside = scanQuantities(typed.raw).some(({ quantity }) =>
		ready.figures.some((wanted) => compareAmounts(wanted, quantity).is === 'same')
	);
	return isInside ? review('contains') : undefined;
}
