import { readDigits } from './digits.ts';
import { fold } from './fold.ts';

/** A piece of a text as the quantity scanner reads it: UTF-16 offsets, end exclusive. */
export interface Piece {
	kind: 'digits' | 'fraction' | 'word' | 'sign';
	/** Folded. */
	text: string;
	/** What a `digits` or `fraction` piece may mean, likeliest first. */
	values: number[];
	start: number;
	end: number;
}

const PIECE =
	/(?<digits>\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,'’٬٫]\p{Nd}+)*)|(?<fraction>[¼-¾⅐-⅞])|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|[^\s\p{Cf}]/gu;

function fractionValue(sign: string): number {
	const [over = 0, under = 1] = sign.normalize('NFKD').split('⁄').map(Number);
	return over / under;
}

function readPiece(match: RegExpMatchArray): Piece {
	const raw = match[0];
	const start = match.index ?? 0;
	const place = { start, end: start + raw.length };
	if (match.groups?.digits) {
		return { kind: 'digits', text: fold(raw), values: readDigits(raw), ...place };
	}
	if (match.groups?.fraction) {
		return { kind: 'fraction', text: raw, values: [fractionValue(raw)], ...place };
	}
	const kind = match.groups?.word ? 'word' : 'sign';
	return { kind, text: fold(raw), values: [], ...place };
}

/** Takes a text apart into figures, words and signs. */
export function pieces(text: string): Piece[] {
	return Array.from(text.matchAll(PIECE), readPiece);
}

/** Whether a piece stands directly behind the one before it, without a space. */
export function isAttached(list: Piece[], at: number): boolean {
	return at > 0 && list[at]?.start === list[at - 1]?.end;
}

/** The folded text of the piece at a place, '' beyond the ends. */
export function textAt(list: Piece[], at: number): string {
	return list[at]?.text ?? '';
}
