import { createContext } from 'svelte';
import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { Bank } from '#lib/bank/types.ts';
import { uuidV7 } from '#lib/domain/study/events.ts';
import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '#lib/domain/study/settings.ts';
import { momentOf, nextRollover } from '#lib/domain/study/study-day.ts';
import type { Moment, StudyDay } from '#lib/domain/study/types.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { LearnerRepository } from '#lib/storage/learner-repository.ts';
import { foundAs, leaveMark, type Found } from '#lib/storage/marker.ts';
import { openDatabase, openDeviceDatabase, type OpenProblem } from '#lib/storage/opening.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { CardMeta, Learner } from '#lib/storage/rows.ts';
import { SettingsRepository } from '#lib/storage/settings-repository.ts';
import { DEFAULT_SETTINGS, type Settings } from '#lib/storage/settings.ts';
import { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { StudyRepository } from '#lib/storage/study-repository.ts';
import { showAppearance } from './appearance.ts';
import type { BankProblem } from './bank-asset.ts';
import { cardMeta } from './card-metas.ts';
import { Installer } from './installer.svelte.ts';
import { StorageCare } from './storage-care.svelte.ts';
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

type StoreFactory = NonNullable<Parameters<typeof openDatabase>[1]>['factory'];

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** How many cards are added in one transaction. */
const CARDS_AT_ONCE = 500;

/** Wires everything once: bank, store, clock, settings, updates. Handed down by context. */
export class App {
	#surroundings: Surroundings;
	#rollover: ReturnType<typeof setTimeout> | undefined;
	#device = '';

	status = $state.raw<AppStatus>({ code: 'starting' });
	/** The store keeps nothing beyond this page: the browser gives none here. */
	isVolatile = $state(false);
	/** The store was given up so that a newer tab can upgrade it. */
	givenUp = $state(false);
	found = $state<Found>('kept');
	learner = $state.raw<Learner>() as Learner;
	settings = $state.raw<Settings>(DEFAULT_SETTINGS);
	today = $state<StudyDay>(0);
	look = $state.raw<LookUp>() as LookUp;

	readonly updates: Updates;
	readonly installer = new Installer();
	readonly care = new StorageCare();
	learners!: LearnerRepository;
	study!: StudyRepository;
	sittings!: SittingRepository;
	settingsStore!: SettingsRepository;
	database!: RecountDatabase;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.updates = new Updates(surroundings.base);
	}

	/** Something of the app itself waits to be told. */
	get hasNotice(): boolean {
		const isNews = this.updates.waiting || this.isVolatile || this.care.isNearlyFull;
		return isNews || this.givenUp || this.found === 'emptied';
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
		const { newPerDay, reviewsPerDay, desiredRetention, dayStartHour, buttons } = this.settings;
		const own = { newPerDay, reviewsPerDay, desiredRetention, dayStartHour, buttons };
		return { ...DEFAULT_STUDY_SETTINGS, ...own };
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
		this.#followTheDay();
		await this.syncCards();
		this.status = { code: 'ready' };
		void this.updates.start();
		void this.care.look();
	}

	/** Keeps a change of settings; whoever waits for it finds it in `settings`. */
	async set(changes: Partial<Settings>) {
		const outcome = await this.settingsStore.set(changes);
		if (outcome.ok) this.settings = await this.settingsStore.read();
		return outcome;
	}

	/**
	 * After the first run every question of the bank is a card to come; a new edition adds its own. Of a
	 * large bank only the first cards are waited for; what a closed tab cuts off is added at the next start.
	 */
	async syncCards(): Promise<void> {
		const { edition, questions } = this.look.bank;
		if (!this.settings.firstRunAt || this.settings.deckEdition === edition) return;
		const metas = questions.map((one) => cardMeta(this.look, one));
		metas.sort((a, b) => a.position - b.position);
		const first = await this.study.add(metas.slice(0, CARDS_AT_ONCE));
		if (!first.ok) return;
		const rest = this.#addCards(metas.slice(CARDS_AT_ONCE), edition);
		if (metas.length <= CARDS_AT_ONCE) await rest;
	}

	/** Adds cards by the hundred, so that an answer given meanwhile is kept at once. */
	async #addCards(metas: CardMeta[], edition: string): Promise<void> {
		for (let from = 0; from < metas.length; from += CARDS_AT_ONCE) {
			const outcome = await this.study.add(metas.slice(from, from + CARDS_AT_ONCE));
			if (!outcome.ok) return;
		}
		await this.set({ deckEdition: edition });
	}

	/** Makes another learner the current one; the page starts anew with their store. */
	async switchLearner(id: string): Promise<void> {
		const outcome = await this.learners.choose(id);
		if (outcome.ok) location.assign(`${this.#surroundings.base}/`);
	}

	async #takeBank(loading: ReturnType<Surroundings['loadBank']>): Promise<BankProblem | undefined> {
		const bank = await loading;
		if (!bank.ok) return bank.problem;
		this.look = lookUp(bank.value);
		return undefined;
	}

	async #openStore(): Promise<OpenProblem | StoreProblem | undefined> {
		const device = await openDeviceDatabase();
		if (device.ok) return this.#openLearner(new LearnerRepository(device.value.database));
		if (device.problem.code !== 'unavailable') return device.problem;
		const { memoryFactory } = await import('#lib/storage/memory.ts');
		const factory = memoryFactory();
		const inMemory = await openDeviceDatabase({ factory });
		if (!inMemory.ok) return inMemory.problem;
		this.isVolatile = true;
		return this.#openLearner(new LearnerRepository(inMemory.value.database), factory);
	}

	async #openLearner(
		learners: LearnerRepository,
		factory?: StoreFactory
	): Promise<OpenProblem | StoreProblem | undefined> {
		this.learners = learners;
		const device = await learners.device(() => this.newId());
		if (!device.ok) return device.problem;
		this.#device = device.value;
		const known = await learners.current();
		this.found = foundAs(marks(), known ? 1 : 0);
		const learner = known ?? { id: crypto.randomUUID(), name: '', createdAt: this.now() };
		const opened = await openDatabase(learner.id, {
			factory,
			onGivenUp: () => (this.givenUp = true)
		});
		if (!opened.ok) return opened.problem;
		if (!known) {
			const added = await learners.add(learner);
			if (!added.ok) return added.problem;
		}
		if (!this.isVolatile) leaveMark(marks(), 1);
		this.learner = learner;
		await this.#wire(opened.value.database);
		return undefined;
	}

	async #wire(database: RecountDatabase): Promise<void> {
		this.database = database;
		this.settingsStore = new SettingsRepository(database);
		this.sittings = new SittingRepository(database);
		this.study = new StudyRepository({
			database,
			device: this.#device,
			now: () => this.now(),
			zone: () => this.zone(),
			randomBytes,
			settings: () => this.studySettings
		});
		this.#takeSettings(await this.settingsStore.read());
		this.settingsStore.watch().subscribe((settings) => {
			this.#takeSettings(settings);
			this.#turnDay();
		});
	}

	#takeSettings(settings: Settings): void {
		this.settings = settings;
		showAppearance(settings, document.documentElement, marks());
	}

	/** The study day turns while the app is open, and while it was asleep. */
	#followTheDay(): void {
		const turn = () => this.#turnDay();
		document.addEventListener('visibilitychange', turn);
		addEventListener('focus', turn);
		turn();
	}

	#turnDay(): void {
		this.today = this.moment().studyDay;
		clearTimeout(this.#rollover);
		const wait = nextRollover(this.now(), this.zone(), this.settings.dayStartHour) - this.now();
		this.#rollover = setTimeout(() => this.#turnDay(), Math.min(wait + 1000, LONGEST_TIMER_MS));
	}
}

function randomBytes(): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(16));
}

function marks(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}

/** The app of this page, for every screen's state. */
export const [getApp, setApp] = createContext<App>();
