import { editDistance } from '#lib/text/distance.ts';
import { fold } from '#lib/text/fold.ts';
import { isCarrier, stem } from './words.ts';

/** Words for the same counted thing. */
const GROUPS = [
	'people person resident inhabitant civilian individual soul life live human citizen man woman soldier troop fighter death dead killed died fatality victim شخص اشخاص نسمه مدني قتيل قتلي جندي جنود',
	'$ dollar usd',
	'€ euro eur',
	'£ pound gbp',
	'centre center',
	'neighbourhood neighborhood district quarter'
].map((group) => new Set(group.split(' ').map(stem)));

/** How many days a measure of time has. */
const DAYS = new Map([
	['second', 1 / 86_400],
	['minute', 1 / 1440],
	['hour', 1 / 24],
	['day', 1],
	['week', 7],
	['fortnight', 14],
	['month', 365.25 / 12],
	['year', 365.25],
	['decade', 3652.5],
	['century', 36_525],
	['يوم', 1],
	['ايام', 1],
	['شهر', 365.25 / 12],
	['سنه', 365.25],
	['سنوات', 365.25],
	['عام', 365.25]
]);

/** The days of a unit of time; undefined for every other unit. */
export function daysOf(unit: string): number | undefined {
	const first = unit.split(' ')[0] ?? '';
	return (
		DAYS.get(first) ?? DAYS.get(first.replace(/s$/, '')) ?? DAYS.get(first.replace(/ies$/, 'y'))
	);
}

function stems(text: string): string[] {
	return fold(text)
		.split(/[^\p{L}\p{M}\p{N}\p{Sc}]+/u)
		.filter((word) => word !== '' && !isCarrier(word))
		.map(stem);
}

const LONG_WORD = 4;

/** A slip in a unit is forgiven: it only names what is counted. */
function isSlip(one: string, other: string): boolean {
	return Math.min(one.length, other.length) >= LONG_WORD && editDistance(one, other, 1) === 1;
}

function isSameThing(one: string, other: string): boolean {
	return (
		one === other ||
		isSlip(one, other) ||
		GROUPS.some((group) => group.has(one) && group.has(other))
	);
}

/**
 * Whether a typed unit fits: none given, or one of its words means what a word of the key's unit or
 * of the question does. Measures of time fit each other: their amounts are compared in days.
 */
export function fitsUnit(typed: string, key: string, ask = ''): boolean {
	const given = stems(typed);
	const wanted = stems(key);
	if (given.length === 0 || wanted.length === 0) return true;
	if (daysOf(typed) && daysOf(key)) return true;
	if (given.some((word) => wanted.some((other) => isSameThing(word, other)))) return true;
	const asked = stems(ask);
	return given.every((word) => asked.some((other) => isSameThing(word, other)));
}
