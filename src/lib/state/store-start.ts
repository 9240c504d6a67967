import type { RecountDatabase } from '#lib/storage/database.ts';
import { LearnerRepository } from '#lib/storage/learner-repository.ts';
import { foundAs, leaveMark, type Found } from '#lib/storage/marker.ts';
import {
	openDatabase,
	openDeviceDatabase,
	type GivenUp,
	type OpenOptions,
	type OpenProblem
} from '#lib/storage/opening.ts';
import { done, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { Learner } from '#lib/storage/rows.ts';

/** The current learner's store, open, and how it was found. */
export interface OpenStore {
	learners: LearnerRepository;
	learner: Learner;
	database: RecountDatabase;
	/** This device's id: what it stores is numbered under it. */
	device: string;
	found: Found;
	/** It keeps nothing beyond this page: the browser gives none here. */
	isVolatile: boolean;
}

/** What opening takes from who wants the store. */
interface StoreWish {
	/** epoch ms */
	now: () => number;
	newId: () => string;
	onGivenUp: (why: GivenUp) => void;
}

/** Opens the current learner's store, in memory where the browser gives none; a first learner is added. */
export async function openStore(
	wish: StoreWish
): Promise<Outcome<OpenStore, OpenProblem | StoreProblem>> {
	const device = await openDeviceDatabase();
	if (device.ok) return openLearner(new LearnerRepository(device.value.database), wish);
	if (device.problem.code !== 'unavailable') return device;
	const { memoryFactory } = await import('#lib/storage/memory.ts');
	const factory = memoryFactory();
	const inMemory = await openDeviceDatabase({ factory });
	if (!inMemory.ok) return inMemory;
	return openLearner(new LearnerRepository(inMemory.value.database), wish, factory);
}

async function openLearner(
	learners: LearnerRepository,
	{ now, newId, onGivenUp }: StoreWish,
	factory?: OpenOptions['factory']
): Promise<Outcome<OpenStore, OpenProblem | StoreProblem>> {
	const isVolatile = factory !== undefined;
	const [device, known] = await Promise.all([learners.device(newId), learners.current()]);
	if (!device.ok) return device;
	const found = foundAs(marks(), known ? 1 : 0);
	const learner = known ?? { id: newId(), name: '', createdAt: now() };
	const opened = await openDatabase(learner.id, { factory, onGivenUp });
	if (!opened.ok) return opened;
	if (!known) {
		const added = await learners.add(learner);
		if (!added.ok) return added;
	}
	if (!isVolatile) leaveMark(marks(), 1);
	const { database } = opened.value;
	return done({ learners, learner, database, device: device.value, found, isVolatile });
}

/** Where small marks are kept outside the store; nowhere where the browser gives no place. */
export function marks(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}
