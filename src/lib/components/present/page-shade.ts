/** Whether the page around is dark: by the app's own setting, else by the system's. */
export function isPageDark(): boolean {
	const { theme } = document.documentElement.dataset;
	if (theme === 'light' || theme === 'dark') return theme === 'dark';
	return matchMedia('(prefers-color-scheme: dark)').matches;
}
