import type { LookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { KINDS, type Kind } from '#lib/bank/types.ts';
import type { Deck } from '#lib/storage/rows.ts';
import { COMPARE } from './card-metas.ts';

export type { Deck };

/** A deck as it stands in an address: `all`, `missed`, `kind:who`, `report:<id>`. */
export function deckText(deck: Deck): string {
	if (deck.of === 'kind') return `kind:${deck.kind}`;
	if (deck.of === 'report') return `report:${deck.reportId}`;
	return deck.of;
}

/** The deck of an address; whatever is not known there is all cards. */
export function deckOf(text: string | null, look: LookUp): Deck {
	const [of, name = ''] = (text ?? '').split(':');
	if (of === 'missed') return { of };
	if (of === 'kind' && (KINDS as readonly string[]).includes(name))
		return { of, kind: name as Kind };
	// An own report may not be read yet.
	const isDeck = name === COMPARE || isOwnReport(name) || look.report(name) !== undefined;
	if (of === 'report' && isDeck) return { of, reportId: name };
	return { of: 'all' };
}
