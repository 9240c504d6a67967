import { intervalFor } from '#lib/domain/study/fsrs.ts';
import { checkStudySettings, type SettingProblem } from '#lib/domain/study/settings-check.ts';
import { nextRollover } from '#lib/domain/study/study-day.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { Settings } from '#lib/storage/settings.ts';
import type { App } from './app.svelte.ts';

/** The settings that are typed as numbers. */
export type NumberSetting = 'newPerDay' | 'reviewsPerDay' | 'learnAheadMinutes';

/** The interval that shows what a retention costs, as it is at 90 %. */
export const SAMPLE_DAYS = 30;

/** The learner's study settings while they are being changed; only sound ones are kept. */
export class StudyForm {
	#app: App;
	#set: (changes: Partial<Settings>) => Promise<void>;
	#drafts = $state<Partial<Record<NumberSetting, string>>>({});
	#percent = $state<number>();

	constructor(app: App, set: (changes: Partial<Settings>) => Promise<void>) {
		this.#app = app;
		this.#set = set;
	}

	/** The text of a number's field. */
	text(field: NumberSetting): string {
		return this.#drafts[field] ?? String(this.#app.settings[field]);
	}

	/** What is wrong with the text of a field. */
	problem(field: NumberSetting): SettingProblem | undefined {
		const draft = this.#drafts[field];
		return draft === undefined ? undefined : problemOf(field, draft);
	}

	/** Takes what is typed. */
	type(field: NumberSetting, text: string): void {
		this.#drafts[field] = text;
	}

	/** Keeps what was typed, where it is sound. */
	async keep(field: NumberSetting): Promise<void> {
		const draft = this.#drafts[field];
		if (draft === undefined || problemOf(field, draft)) return;
		await this.#set({ [field]: Number(draft) });
		this.#drafts[field] = undefined;
	}

	/** Percent of cards to be recalled when they come back. */
	get percent(): number {
		return this.#percent ?? Math.round(this.#app.settings.desiredRetention * 100);
	}

	/** Days after which a card returns that would return after `SAMPLE_DAYS` at 90 %. */
	get sampleDays(): number {
		const { weights } = this.#app.studySettings;
		return Math.max(1, Math.round(intervalFor(SAMPLE_DAYS, this.percent / 100, weights)));
	}

	/** Shows what a retention would mean, before it is kept. */
	slide(percent: number): void {
		this.#percent = percent;
	}

	/** Keeps a retention. */
	async keepPercent(percent: number): Promise<void> {
		await this.#set({ desiredRetention: percent / 100 });
		this.#percent = undefined;
	}

	/** Today's study day, and the time (epoch ms) at which it turns. */
	get day(): { today: StudyDay; turnsAt: number; zone: string } {
		const { dayStartHour } = this.#app.settings;
		const zone = this.#app.zone();
		const turnsAt = nextRollover(this.#app.now(), zone, dayStartHour);
		return { today: this.#app.today, turnsAt, zone };
	}
}

function problemOf(field: NumberSetting, text: string): SettingProblem | undefined {
	const value = text.trim() === '' ? NaN : Number(text);
	const checked = checkStudySettings({ [field]: value });
	return checked.ok ? undefined : checked.problems[0];
}
