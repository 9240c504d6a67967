import { readNumber, type ReadNumber } from './quantity-numbers.ts';
import { afterPercent, readShare } from './quantity-shares.ts';
import { textAt, type Piece } from './quantity-tokens.ts';
import { MEASURES, VAGUE } from './quantity-words.ts';
import type { Amount, VagueClass } from './types.ts';

/** An amount in a text, from the piece it was asked at up to, not including, piece `to`. */
export interface ReadAmount {
	amount: Amount;
	/** `share`, a currency sign, or '' where the words behind it say the unit. */
	unit: string;
	to: number;
	asYear?: boolean;
}

const TENS_IN_FIGURES = new Map([
	['10', 'tens'],
	['100', 'hundreds']
]);

/** "tens", also written "10s"; `to` is the piece behind it. */
function pluralAt(list: Piece[], at: number): { plural: string; to: number } {
	const figures = TENS_IN_FIGURES.get(textAt(list, at));
	if (!figures || textAt(list, at + 1) !== 's') return { plural: textAt(list, at), to: at + 1 };
	return { plural: figures, to: at + 2 };
}

function readVaguePlural(list: Piece[], at: number): ReadAmount | undefined {
	const { plural, to } = pluralAt(list, at);
	if (!VAGUE.has(plural)) return undefined;
	const isOf = textAt(list, to) === 'of';
	const scale = /^(thousand|million|billion)s?$/.exec(textAt(list, to + 1))?.[1];
	if (isOf && scale) {
		return {
			amount: { type: 'vague', vague: `${plural}-of-${scale}s` as VagueClass },
			unit: '',
			to: to + 2
		};
	}
	if (to > at + 1) return undefined;
	const isNoun = (plural === 'tens' || plural === 'scores') && !isOf;
	const amount: Amount = { type: 'vague', vague: plural as VagueClass };
	return isNoun ? undefined : { amount, unit: '', to: at + 1 };
}

/** "several", "a few", "many"; "several hundred" is of the class of hundreds. */
function readVagueWord(list: Piece[], at: number): ReadAmount | undefined {
	const wordAt = textAt(list, at) === 'a' ? at + 1 : at;
	const word = textAt(list, wordAt);
	if (word !== 'few' && (wordAt > at || !/^(?:several|many)$/.test(word))) return undefined;
	if (/^(?:as|so|how|too|not|the|very)$/.test(textAt(list, at - 1))) return undefined;
	const scale = textAt(list, wordAt + 1);
	const vague = VAGUE.has(`${scale}s`) ? `${scale}s` : word;
	const to = vague === word ? wordAt + 1 : wordAt + 2;
	return { amount: { type: 'vague', vague: vague as VagueClass }, unit: '', to };
}

function currencyAt(list: Piece[], at: number): string {
	const sign = textAt(list, at);
	return /^\p{Sc}$/u.test(sign) ? sign : '';
}

function isRangeJoint(list: Piece[], first: number, at: number): boolean {
	const joint = textAt(list, at);
	return /^(?:-|to|or)$/.test(joint) || (joint === 'and' && textAt(list, first - 1) === 'between');
}

/** The low end takes the scale of the high end where only that has one: "15-20 thousand". */
function lowEnd(low: ReadNumber, high: ReadNumber): number {
	const scaled = low.value * high.scale;
	return low.scale === 1 && high.scale > 1 && scaled < high.value ? scaled : low.value;
}

function valueOf({ value, other }: ReadNumber, divisor: number): Amount {
	const second = other === undefined ? {} : { other: other / divisor };
	return { type: 'value', value: value / divisor, ...second };
}

function readRange(list: Piece[], at: number, low: ReadNumber): ReadAmount | undefined {
	const lowTo = afterPercent(list, low.to);
	if (!isRangeJoint(list, at, lowTo)) return undefined;
	const highAt = currencyAt(list, lowTo + 1) ? lowTo + 2 : lowTo + 1;
	const high = readNumber(list, highAt);
	if (!high) return undefined;
	const ends = { low: lowEnd(low, high), high: high.value };
	if (ends.low >= ends.high) return undefined;
	const to = afterPercent(list, high.to);
	const divisor = to > high.to ? 100 : 1;
	return {
		amount: { type: 'range', low: ends.low / divisor, high: ends.high / divisor },
		unit: divisor === 100 ? 'share' : '',
		to
	};
}

function readCount(list: Piece[], at: number): ReadAmount | undefined {
	const unit = currencyAt(list, at);
	const numberAt = unit ? at + 1 : at;
	const number = readNumber(list, numberAt);
	if (!number) return undefined;
	const range = readRange(list, numberAt, number);
	if (range) return { ...range, unit: range.unit || unit };
	const to = afterPercent(list, number.to);
	const isShare = to > number.to;
	const read = { amount: valueOf(number, isShare ? 100 : 1), unit: isShare ? 'share' : unit, to };
	return number.asYear ? { ...read, asYear: true } : read;
}

/** "a year", "a whole hour": one of a measure. */
function readOneMeasure(list: Piece[], at: number): ReadAmount | undefined {
	const to = /^(?:single|whole|full|entire)$/.test(textAt(list, at + 1)) ? at + 2 : at + 1;
	const isOne = /^an?$/.test(textAt(list, at)) && MEASURES.has(textAt(list, to));
	return isOne ? { amount: { type: 'value', value: 1 }, unit: '', to } : undefined;
}

function readFraction(list: Piece[], at: number): ReadAmount | undefined {
	const read = readShare(list, at);
	if (!read) return undefined;
	const unit = read.isShare ? 'share' : '';
	return { amount: { type: 'value', value: read.value }, unit, to: read.to };
}

/** Reads the amount at a piece: vague plural, share, range or number. */
export function readAmount(list: Piece[], at: number): ReadAmount | undefined {
	return (
		readVaguePlural(list, at) ??
		readVagueWord(list, at) ??
		readFraction(list, at) ??
		readCount(list, at) ??
		readOneMeasure(list, at)
	);
}
