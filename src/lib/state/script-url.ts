/** What a `TrustedScriptURL` is to us: opaque, made only by the policy below. */
type PolicyFactory = {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): unknown };
};

const OWN_FILES =
	/^\/(service-worker\.js|_app\/immutable\/later\/draft\/[\w-]+-worker\.[\w-]+\.js)$/;
/** Where the development server has its workers. */
const SOURCES = /^\/src\/lib\/workers\/[\w-]+-worker\.ts$/;

let policy: { createScriptURL(url: string): unknown } | undefined;

/** Whether an address is one of our own worker files under `base`, on this origin. */
export function isOwnWorker(url: string, base: string, origin: string): boolean {
	const parsed = new URL(url, origin);
	if (parsed.origin !== origin || !parsed.pathname.startsWith(base)) return false;
	const path = parsed.pathname.slice(base.length);
	return OWN_FILES.test(path) || (import.meta.env.DEV && SOURCES.test(path));
}

/**
 * The address of one of our own workers as browsers with Trusted Types want it.
 * @throws TypeError for any other address
 */
export function ownWorkerUrl(url: string, base: string): string {
	const check = (given: string) => {
		if (isOwnWorker(given, base, location.origin)) return given;
		throw new TypeError(`Not a worker of this app: ${given}`);
	};
	const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
	if (!factory) return check(url);
	policy ??= factory.createPolicy('recount-worker-url', { createScriptURL: check });
	return policy.createScriptURL(url) as string;
}
