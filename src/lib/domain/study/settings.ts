import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

/** How a person studies. */
export interface StudySettings {
	newPerDay: number;
	reviewsPerDay: number;
	/** How long before its time a card in steps may be shown when nothing else is left; 0: never. */
	learnAheadMinutes: number;
	/** Chance of recall at which a card comes back, 0.7 to 0.99. */
	desiredRetention: number;
	/** Hour at which a new study day starts, 0 to 23. */
	dayStartHour: number;
	/** Two (Not yet, Got it) or four rating buttons. */
	buttons: 2 | 4;
	/** Without steps a new card is scheduled in days at once. */
	learningStepsMinutes: readonly number[];
	relearningStepsMinutes: readonly number[];
	maximumIntervalDays: number;
	/** Whether intervals are spread a little, so that cards learned together do not stay together. */
	fuzz: boolean;
	weights: Weights;
}

/** What everybody starts with. */
export const DEFAULT_STUDY_SETTINGS: StudySettings = {
	newPerDay: 10,
	reviewsPerDay: 200,
	learnAheadMinutes: 20,
	desiredRetention: 0.9,
	dayStartHour: 4,
	buttons: 2,
	learningStepsMinutes: [1, 10],
	relearningStepsMinutes: [10],
	maximumIntervalDays: 36_500,
	fuzz: true,
	weights: DEFAULT_WEIGHTS
};
