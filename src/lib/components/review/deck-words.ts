import type { LookUp } from '#lib/bank/look-up.ts';
import { kindWord } from '#lib/components/kind-word.ts';
import { m } from '#lib/paraglide/messages.js';
import { COMPARE } from '#lib/state/card-metas.ts';
import type { Deck } from '#lib/state/review-deck.ts';

/** What a deck is called. */
export function deckWord(deck: Deck, look: LookUp): string {
	switch (deck.of) {
		case 'all':
			return m.deck_all();
		case 'missed':
			return m.deck_missed();
		case 'kind':
			return kindWord(deck.kind);
		case 'report':
			if (deck.reportId === COMPARE) return m.deck_compare();
			return look.report(deck.reportId)?.title ?? m.own_deck();
	}
}
