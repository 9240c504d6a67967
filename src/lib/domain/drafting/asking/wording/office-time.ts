import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** Somebody else may hold one of these by the time the question is asked. */
const OFFICE =
	/\b(?:president|minister|governor|secretary|chair(?:man|woman|person)?|chief|director|mp|senator|mayor|king|queen|general|leader|commissioner|ambassador|spokes\w+|officer|head|chancellor|premier|congress\w+|judge|justice|commander|bishop|archbishop|pope|captain|coach|manager|envoy|emperor|deputy|representative|ceo|boss)\b/i;

/** Whoever held it once is not the only one. */
const PAST_OFFICE = /\b(?:former|late|ex|one-time|acting|previous|then)\b|\bthen-|\bex-/i;

/** Whether words tell an office, which changes hands. */
export const isOfficeName = (text: string): boolean => OFFICE.test(text);

/** Whether words tell an office that its holder has left, or holds for a while. */
export const isPastOffice = (text: string): boolean => PAST_OFFICE.test(text);

/** " in 2016" behind a question on an office; empty where its words tell the year or nothing does. */
export function officeTime({ time }: Reading, described: string): string {
	const hasYear = /\b(?:1\d|20)\d\d\b/.test(described);
	return isOfficeName(described) && time !== '' && !hasYear ? ` ${time}` : '';
}
