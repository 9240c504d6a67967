import type { Amount, Hedge, Quantity } from '#lib/text/types.ts';
import { daysOf } from './figure-units.ts';

/** How a typed amount stands to the key's; `off` is how many times it is too high, below 1 too low. */
export type Comparison =
	{ is: 'same' } | { is: 'inside' } | { is: 'inside-class' } | { is: 'off'; times?: number };

/** "About 300" takes 10 % either way. @see Moodle: |x − v| ≤ t, the bounds included. */
const TOLERANCE = 0.1;
/** Months and years come out even within this, counted in days. */
const TIME_TOLERANCE = 0.015;
const ROUNDING = 1e-9;

interface Span {
	low: number;
	high: number;
}

/** What a vague plural may mean, in numbers; open-ended ones have none. */
function classSpan(vague: string): Span | undefined {
	const [first = '', scale] = vague.split('-of-');
	const factor = { thousands: 1e3, millions: 1e6, billions: 1e9 }[scale ?? ''] ?? 1;
	const spans: Record<string, [number, number]> = {
		few: [2, 10],
		several: [3, 12],
		dozens: [24, 100],
		tens: [20, 100],
		scores: [40, 200],
		hundreds: [200, 1000],
		thousands: [2000, 10_000],
		millions: [2e6, 1e9],
		billions: [2e9, 1e12]
	};
	const span = spans[first];
	return span && { low: span[0] * factor, high: span[1] * factor };
}

/** Dozens and tens are one class. */
function className(vague: string): string {
	return vague.replace(/^(?:dozens|tens)\b/, 'tens');
}

function spanOf(amount: Amount): Span | undefined {
	if (amount.type === 'value') return { low: amount.value, high: amount.value };
	return amount.type === 'range' ? amount : undefined;
}

/** How far from the key's bounds a typed number may be: about 300 both ways, almost 2,000 below only. */
function slackOf({ hedge }: Quantity, { low, high }: Span): Span {
	if (hedge === 'about') return { low: low * TOLERANCE, high: high * TOLERANCE };
	return { low: hedge === 'almost' ? low * TOLERANCE : 0, high: 0 };
}

function isNear(typed: number, wanted: number, slack: number): boolean {
	return Math.abs(typed - wanted) <= slack + Math.abs(wanted) * ROUNDING;
}

function off(typed: Span, key: Span): Comparison {
	const times = typed.low > key.high ? typed.low / key.high : typed.high / key.low;
	return Number.isFinite(times) && times > 0 ? { is: 'off', times } : { is: 'off' };
}

function compareSpans(typed: Span, key: Span, slack: Span): Comparison {
	const isWithin =
		typed.low >= key.low - slack.low - ROUNDING && typed.high <= key.high + slack.high + ROUNDING;
	const isPoint = key.low === key.high;
	if (isPoint && isWithin) return { is: 'same' };
	if (isPoint) {
		const holds = typed.low <= key.low && typed.high >= key.high && typed.high <= 2 * typed.low;
		return holds ? { is: 'inside' } : off(typed, key);
	}
	const ends = [isNear(typed.low, key.low, slack.low), isNear(typed.high, key.high, slack.high)];
	if (ends.every(Boolean)) return { is: 'same' };
	return isWithin ? { is: 'inside' } : off(typed, key);
}

/** The typed span in the unit of the key: percents typed bare, months for years. */
function inUnitOf(key: Quantity, typed: Quantity, span: Span): { span: Span; slack: number } {
	const scaled = (by: number, slack = 0) => ({
		span: { low: span.low * by, high: span.high * by },
		slack
	});
	if (key.unit === 'share' && typed.unit === '' && span.low >= 1) return scaled(0.01);
	const [from, to] = [daysOf(typed.unit), daysOf(key.unit)];
	return from && to && from !== to ? scaled(from / to, TIME_TOLERANCE) : scaled(1);
}

function compareNumbers(key: Quantity, typed: Quantity, typedSpan: Span): Comparison {
	const wanted = spanOf(key.amount);
	if (!wanted) return { is: 'off' };
	const { span, slack } = inUnitOf(key, typed, typedSpan);
	const own = slackOf(key, wanted);
	return compareSpans(span, wanted, {
		low: Math.max(own.low, wanted.low * slack),
		high: Math.max(own.high, wanted.high * slack)
	});
}

function compareWithClass(vague: string, typed: Quantity): Comparison {
	if (typed.amount.type === 'vague') {
		return className(typed.amount.vague) === className(vague) ? { is: 'same' } : { is: 'off' };
	}
	const [span, numbers] = [spanOf(typed.amount), classSpan(vague)];
	const isInside = span && numbers && span.low >= numbers.low && span.high <= numbers.high;
	return { is: isInside ? 'inside-class' : 'off' };
}

function readings(amount: Amount): Amount[] {
	if (amount.type !== 'value' || amount.other === undefined) return [amount];
	return [
		{ type: 'value', value: amount.value },
		{ type: 'value', value: amount.other }
	];
}

/** Compares a typed amount with the key's, with the tolerance of the key's hedge; the better reading counts. */
export function compareAmounts(key: Quantity, typed: Quantity): Comparison {
	const comparisons = readings(typed.amount).map((amount): Comparison => {
		if (key.amount.type === 'vague')
			return compareWithClass(key.amount.vague, { ...typed, amount });
		const span = spanOf(amount);
		return span ? compareNumbers(key, typed, span) : { is: 'off' };
	});
	return comparisons.find(({ is }) => is !== 'off') ?? comparisons[0] ?? { is: 'off' };
}

const DIRECTION: Record<Hedge, number> = {
	exact: 0,
	about: 0,
	almost: -1,
	'at-least': 1,
	'more-than': 1,
	'at-most': -1,
	'less-than': -1
};

/** Whether a typed hedge says something else than the key's: a bound where there is none, or the other way. */
export function contradicts(typed: Hedge, key: Hedge): boolean {
	if (DIRECTION[typed] === 0 || (typed === 'almost' && key === 'about')) return false;
	return DIRECTION[typed] !== DIRECTION[key];
}
