import type { Bank, FactId, Kind, ReportId } from '#lib/bank/types.ts';
import type { Desk, DeskStep } from '#lib/domain/desk/types.ts';
import type { AnswerRow } from '#lib/domain/quiz/types.ts';
import type { Card } from '#lib/domain/study/types.ts';

/** What a card's question says of it: given when it is added, so that decks can be read by index. */
export interface CardMeta {
	/** The question's id. */
	id: string;
	/** `compare` for a question of a comparison. */
	reportId: ReportId;
	kind: Kind;
	/** Cards that share one of these are siblings. */
	factIds: FactId[];
	/** Place among the new cards: core first, then the report's order. */
	position: number;
	/** Added because it was missed in a quiz. */
	fromMiss: boolean;
	/** Its question was taken away: what was studied stays, but it is in no deck and no cell. */
	gone?: true;
}

/**
 * Where a card waits. Its `due` is epoch ms in `learning`, a study day in `review` and `buried`,
 * the position in `new`, 0 in `suspended`. Only cards never reviewed are `buried`; others wait in `review`.
 */
export type Queue = 'new' | 'learning' | 'review' | 'buried' | 'suspended';

/** A card's snapshot with what the decks are read by; all of it follows from its events and its meta. */
export interface StoredCard extends Card, CardMeta {
	queue: Queue;
	due: number;
	/** 1 where it was forgotten once it was known, or missed in a quiz. */
	missed: 0 | 1;
}

/** Which cards to study. */
export type Deck =
	| { of: 'all' }
	| { of: 'report'; reportId: ReportId }
	| { of: 'kind'; kind: Kind }
	| { of: 'missed' };

/** One journalled answer with the id its tab gave it: the same id is stored once. */
export interface StoredAnswer extends AnswerRow {
	/** uuid v7 */
	id: string;
}

/**
 * Counts kept up to date inside the transaction that changes what they count.
 * `day`: by study day; `due`: by study day, in cells; `cell`: by `report/kind`; `total`: under `all`.
 */
export interface CounterRow {
	group: 'day' | 'due' | 'cell' | 'total';
	key: string | number;
	counts: Record<string, number>;
}

/** One stored setting or mark of the program's own. */
export interface SettingRow {
	key: string;
	value: unknown;
}

/** A person who learns on this device; the name never leaves it except in their own backup. */
export interface Learner {
	/** uuid */
	id: string;
	name: string;
	/** epoch ms */
	createdAt: number;
	/** epoch ms */
	openedAt?: number;
	/** Being deleted: nobody can learn as them, and their database goes as soon as no tab holds it. */
	leaving?: true;
}

/** A finished report of a person's own, as it is studied: checked and compiled, without its text. */
export interface OwnReportRow {
	/** `r-<uuid>` */
	id: ReportId;
	/** The report alone, with every name it speaks of. */
	bank: Bank;
	/** Whether it was written here or came from a bank file. */
	from: 'desk' | 'file';
	/** epoch ms */
	changedAt: number;
	/** The edition its cards were last brought in line with. */
	cardsEdition?: string;
}

/** A report in work; its text never leaves this device. */
export interface DeskRow {
	id: ReportId;
	desk: Desk;
	/** `open` until it is finished as it stands. */
	state: 'open' | 'finished';
	/** Rises with each change. */
	revision: number;
	/** Number of the last step that is done; the steps behind it can be done again. */
	at: number;
	/** epoch ms */
	changedAt: number;
}

/** A step of a desk. */
export interface DeskStepRow extends DeskStep {
	deskId: ReportId;
}

/** A row of a table whose feature is still to come. */
export interface LaterRow {
	id: string;
}
