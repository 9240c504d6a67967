import { createContext } from 'svelte';
import type { LookUp } from '#lib/bank/look-up.ts';
import type { Bank } from '#lib/bank/types.ts';
import { uuidV7 } from '#lib/domain/study/events.ts';
import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '#lib/domain/study/settings.ts';
import { momentOf, nextRollover } from '#lib/domain/study/study-day.ts';
import type { Moment, StudyDay } from '#lib/domain/study/types.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import type { LearnerRepository } from '#lib/storage/learner-repository.ts';
import type { Found } from '#lib/storage/marker.ts';
import type { GivenUp, OpenProblem } from '#lib/storage/opening.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import type { Learner } from '#lib/storage/rows.ts';
import { SettingsRepository } from '#lib/storage/settings-repository.ts';
import { DEFAULT_SETTINGS, type Settings } from '#lib/storage/settings.ts';
import { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { StudyRepository } from '#lib/storage/study-repository.ts';
import { showAppearance } from './appearance.ts';
import type { BankProblem } from './bank-asset.ts';
import { DayTurn } from './day-turn.ts';
import { Installer } from './installer.svelte.ts';
import { Library } from './library.svelte.ts';
import type { ShippedCards } from './shipped-cards.ts';
import { StorageCare } from './storage-care.svelte.ts';
import { marks, openStore, type OpenStore } from './store-start.ts';
import { Updates } from './updates.svelte.ts';

/** Why the app could not start; what is stored was left as it is. */
export type StartProblem = OpenProblem | StoreProblem | BankProblem;

export type AppStatus =
	{ code: 'starting' } | { code: 'ready' } | { code: 'failed'; problem: StartProblem };

/** What the app is built on, so that tests can give their own. */
export interface Surroundings {
	base: string;
	loadBank: () => Promise<{ ok: true; value: Bank } | { ok: false; problem: BankProblem }>;
	/** epoch ms */
	now?: () => number;
	/** IANA */
	zone?: () => string;
}

/** By then the first screen is drawn, and what it did not need may begin. */
const DRAWN_MS = 300;

/** Wires everything once: bank, store, clock, settings, updates. Handed down by context. */
export class App {
	#surroundings: Surroundings;
	#day = new DayTurn(() => this.#takeDay());
	#shippedCards: Promise<ShippedCards> | undefined;

	status = $state.raw<AppStatus>({ code: 'starting' });
	/** The store keeps nothing beyond this page: the browser gives none here. */
	isVolatile = $state(false);
	/** The store was given up so that another tab can upgrade or delete it. */
	givenUp = $state<GivenUp>();
	found = $state<Found>('kept');
	learner = $state.raw<Learner>() as Learner;
	settings = $state.raw<Settings>(DEFAULT_SETTINGS);
	today = $state<StudyDay>(0);

	readonly updates: Updates;
	readonly installer = new Installer();
	readonly care = new StorageCare();
	learners!: LearnerRepository;
	study!: StudyRepository;
	sittings!: SittingRepository;
	settingsStore!: SettingsRepository;
	reports!: OwnReportRepository;
	library!: Library;
	database!: RecountDatabase;
	/** Resolves once what no first screen waits for is done; from then on only what changes is read. */
	caughtUp!: Promise<void>;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.updates = new Updates(surroundings.base);
	}

	/** Something of the app itself waits to be told. */
	get hasNotice(): boolean {
		const isNews = this.updates.waiting || this.isVolatile || this.care.isNearlyFull;
		const isKept = (this.settings.hasTests ?? false) || globalThis.isSecureContext === false;
		return isNews || isKept || this.givenUp !== undefined || this.found === 'emptied';
	}

	/** The shipped bank and what is read of the person's own reports. */
	get look(): LookUp {
		return this.library.look;
	}

	/** epoch ms */
	now(): number {
		return (this.#surroundings.now ?? Date.now)();
	}

	zone(): string {
		return this.#surroundings.zone?.() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	}

	/** Now, as the study rules see it. */
	moment(): Moment {
		return momentOf(this.now(), this.zone(), this.settings.dayStartHour);
	}

	/** A fresh id that sorts by time. */
	newId(): string {
		return uuidV7(this.now(), randomBytes());
	}

	/** The learner's settings as the study rules read them. */
	get studySettings(): StudySettings {
		const { newPerDay, reviewsPerDay, learnAheadMinutes } = this.settings;
		const { desiredRetention, dayStartHour, buttons } = this.settings;
		const limits = { newPerDay, reviewsPerDay, learnAheadMinutes };
		return { ...DEFAULT_STUDY_SETTINGS, ...limits, desiredRetention, dayStartHour, buttons };
	}

	/** Opens everything. Never throws for what can be expected; `status` says how it went. */
	async start(): Promise<void> {
		this.installer.start();
		const bank = this.#surroundings.loadBank();
		const problem = (await this.#openStore()) ?? (await this.#takeBank(bank));
		if (problem) {
			this.status = { code: 'failed', problem };
			return;
		}
		if (this.settings.hasTests) {
			const { closeTestedFacts } = await import('./classroom/closed-facts.ts');
			await closeTestedFacts(this);
		}
		this.#day.follow();
		// Only who has no card yet waits for the first ones, and whose cards may have other ids now.
		const mustWait = this.settings.deckEdition === undefined || this.library.all.renamed.size > 0;
		if (mustWait) await this.syncCards();
		this.status = { code: 'ready' };
		const drawn = new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
		this.caughtUp = drawn.then(() => this.#startTheRest());
	}

	/** What no first screen waits for. */
	async #startTheRest(): Promise<void> {
		// Another tab may have taken the store over by now.
		if (!this.database.isOpen()) return;
		this.settingsStore.watch().subscribe(
			(settings) => {
				this.#takeSettings(settings);
				this.#day.turn();
			},
			// A store that is given up or lost is told by what is written to it.
			() => undefined
		);
		void this.updates.start();
		void this.care.look();
		try {
			const { catchUp } = await import('./catching-up.ts');
			await catchUp(this);
		} catch (cause) {
			// Given up to another tab meanwhile: the next start goes on with it.
			if (this.database.isOpen()) throw cause;
		}
	}

	/** Keeps a change of settings; whoever waits for it finds it in `settings`. */
	async set(changes: Partial<Settings>) {
		const outcome = await this.settingsStore.set(changes);
		if (outcome.ok) this.settings = await this.settingsStore.read();
		return outcome;
	}

	/** Makes every question of the shipped bank a card to come, once the first run is over. */
	async syncCards(): Promise<void> {
		const { firstRunAt, deckEdition } = this.settings;
		if (!firstRunAt || deckEdition === this.library.shipped.bank.edition) return;
		// Fetched once a bank's edition: no later start needs it. Where it cannot be, the next start does it.
		this.#shippedCards ??= import('./shipped-cards.ts').then(
			({ ShippedCards }) => new ShippedCards(this)
		);
		const cards = await this.#shippedCards.catch(() => undefined);
		if (cards) await cards.sync();
		else this.#shippedCards = undefined;
	}

	/** Makes another learner the current one; the page starts anew with their store. */
	async switchLearner(id: string): Promise<void> {
		const outcome = await this.learners.choose(id);
		if (outcome.ok) location.assign(`${this.#surroundings.base}/`);
	}

	async #takeBank(loading: ReturnType<Surroundings['loadBank']>): Promise<BankProblem | undefined> {
		const bank = await loading;
		if (!bank.ok) return bank.problem;
		this.library = new Library(bank.value, this.reports);
		return undefined;
	}

	async #openStore(): Promise<OpenProblem | StoreProblem | undefined> {
		const opened = await openStore({
			now: () => this.now(),
			newId: () => this.newId(),
			onGivenUp: (why) => (this.givenUp = why)
		});
		if (!opened.ok) return opened.problem;
		await this.#wire(opened.value);
		return undefined;
	}

	async #wire({ database, device, ...opened }: OpenStore): Promise<void> {
		this.isVolatile = opened.isVolatile;
		this.found = opened.found;
		this.learners = opened.learners;
		this.learner = opened.learner;
		this.database = database;
		this.settingsStore = new SettingsRepository(database);
		this.sittings = new SittingRepository(database);
		this.reports = new OwnReportRepository(database);
		this.study = new StudyRepository({
			database,
			device,
			now: () => this.now(),
			zone: () => this.zone(),
			randomBytes,
			settings: () => this.studySettings,
			renamed: () => this.library.all.renamed
		});
		this.#takeSettings(await this.settingsStore.read());
	}

	#takeSettings(settings: Settings): void {
		this.settings = settings;
		showAppearance(settings, document.documentElement, marks());
	}

	/** Takes the study day as it is now; the ms until the next begins. */
	#takeDay(): number {
		this.today = this.moment().studyDay;
		return nextRollover(this.now(), this.zone(), this.settings.dayStartHour) - this.now();
	}
}

function randomBytes(): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(16));
}

/** The app of this page, for every screen's state. */
export const [getApp, setApp] = createContext<App>();
