import { listed } from './lists.ts';

/** What well-known bodies are, by the word that asks for them. */
export const KNOWN_KINDS: readonly (readonly [kind: string, names: ReadonlySet<string>])[] = [
	[
		'newspaper',
		listed(`
Guardian, Telegraph, Daily Telegraph, Times, Independent, Observer, Financial Times, Daily Mail, Daily Mirror, Daily Express, Sun
Evening Standard, Scotsman, Irish Times, New York Times, Washington Post, Wall Street Journal, Los Angeles Times, USA Today
Chicago Tribune, Boston Globe, New York Post, San Francisco Chronicle, Miami Herald, Christian Science Monitor, Toronto Star
Globe and Mail, National Post, Sydney Morning Herald, Age, Australian, New Zealand Herald, Dominion Post, Le Monde, Le Figaro
Libération, Die Zeit, Die Welt, Bild, Süddeutsche Zeitung, Frankfurter Allgemeine Zeitung, El País, El Mundo, La Repubblica
Corriere della Sera, La Stampa, Haaretz, Jerusalem Post, Yedioth Ahronoth, Hürriyet, Dawn, Times of India, Hindu, Indian Express
Hindustan Times, Japan Times, Asahi Shimbun, Yomiuri Shimbun, Mainichi Shimbun, Straits Times, Jakarta Post, Bangkok Post
Korea Herald, South China Morning Post, Global Times, People's Daily, China Daily, Pravda, Izvestia, Kommersant, Moscow Times
Novaya Gazeta, Daily Nation, Mail & Guardian, Al-Ahram, Express Tribune, Dunya News Daily, Folha de S.Paulo, Clarín`)
	],
	[
		'broadcaster',
		listed(`
BBC, BBC News, CNN, ITV, ITN, Sky News, Channel 4, Channel 4 News, Al Jazeera, Al Jazeera English, Fox News, MSNBC, CNBC, NPR, PBS, CBC
SBS, RTÉ, ARD, ZDF, Deutsche Welle, France 24, TF1, RAI, RT, Russia Today, NHK, KBS, CCTV, CGTN, NDTV, Press TV, Geo News
Radio New Zealand, Voice of America, Radio Free Europe, Al Arabiya, Sky Sports, ESPN, HBO`)
	],
	['network', listed('ABC, NBC, CBS, Fox, UPN, CW, Univision, Telemundo, MTV, Nickelodeon')],
	[
		'news agency',
		listed(`
Reuters, AFP, Agence France-Presse, AP, Associated Press, Xinhua, TASS, ITAR-TASS, Interfax, RIA Novosti, dpa, ANSA, EFE, Kyodo, Kyodo News
Yonhap, PTI, Press Trust of India, IRNA, Fars, Tasnim, SANA, Anadolu, Bloomberg, Press Association, United Press International`)
	],
	[
		'company',
		listed(`
Google, Microsoft, Apple, Amazon, Facebook, Twitter, YouTube, Netflix, Intel, IBM, Samsung, Sony, Nintendo, Nokia, Huawei, Toyota, Honda
Nissan, Volkswagen, BMW, Ford, General Motors, Chrysler, Tesla, Boeing, Airbus, SpaceX, Shell, BP, Exxon, ExxonMobil, Gazprom, Walmart
Tesco, McDonald's, Nike, Adidas, Disney, Pixar, Uber, Airbnb, Alibaba, Tencent, Siemens, Bayer, Pfizer, Novartis, Nestlé, Unilever, Pepsi
Coca-Cola, Starbucks, Ikea, Lego, General Electric, AT&T, Verizon, Vodafone, Oracle, Dell, HP, Hewlett-Packard, Yahoo, eBay, PayPal`)
	],
	['airline', listed('Qantas, Ryanair, Lufthansa, Germanwings, EasyJet, Emirates, Aeroflot, KLM')],
	['bank', listed('HSBC, Barclays, Goldman Sachs, Citigroup, JPMorgan, UBS, Credit Suisse')],
	[
		'group',
		listed(`
Islamic State, ISIS, ISIL, Daesh, IS, Boko Haram, Hamas, Hezbollah, Hizbollah, Taliban, al-Qaeda, Al Qaeda, Al-Qaida, al-Shabaab
Al Shabaab, PKK, YPG, FARC, ETA, IRA, Anonymous, Greenpeace, Oxfam, Amnesty, Amnesty International, Human Rights Watch, White Helmets
Fatah, Farc, Lashkar-e-Taiba, Hayat Tahrir al-Sham, Jabhat al-Nusra, al-Nusra Front, Muslim Brotherhood, Ku Klux Klan`)
	],
	[
		'party',
		listed(`
Labour, Conservatives, Tories, Liberal Democrats, Democrats, Republicans, Likud, Sinn Féin, Sinn Fein, Ukip, UKIP, BJP, ANC, CDU, SPD, Syriza
Podemos, Greens, Scottish National Party, SNP, Plaid Cymru, Fianna Fáil, Fine Gael, National Front`)
	],
	[
		'agency',
		listed(`
NASA, ESA, Roscosmos, FBI, CIA, NSA, KGB, FSB, MI5, MI6, Mossad, Interpol, Europol, Unicef, UNESCO, UNHCR, WHO, IAEA, FDA, EPA, FEMA, FAA`)
	],
	[
		'team',
		listed(`
Manchester United, Manchester City, Arsenal, Chelsea, Liverpool, Everton, Tottenham Hotspur, Real Madrid, Barcelona, Juventus, Bayern Munich
Ajax, Celtic, Rangers, Ferrari, McLaren, All Blacks, Wallabies, Springboks`)
	]
];

/** The word that asks for a body, by a word of its name. */
export const HEAD_KINDS: readonly (readonly [kind: string, heads: ReadonlySet<string>])[] = [
	['newspaper', listed('Times, Herald, Tribune, Telegraph, Gazette, Chronicle, Courier, Guardian')],
	[
		'company',
		listed(
			'Inc, Inc., Ltd, Ltd., Limited, plc, PLC, Corp, Corp., Corporation, Holdings, Industries, Motors, Enterprises, Technologies, Systems, Pictures, Studios, Entertainment'
		)
	],
	['airline', listed('Airways, Airlines')],
	[
		'team',
		listed(`
FC, AFC, CF, Rovers, Wanderers, Albion, Athletic, Broncos, Panthers, Warriors, Giants, Yankees, Lakers, Cowboys, Steelers, Patriots
Eagles, Dolphins, Devils, Tigers, Lions, Bulls, Bears, Chargers, Colts, Falcons, Seahawks, Packers, Raiders, Ravens, Cardinals
Bengals, Browns, Jaguars, Titans, Vikings, Saints, Chiefs, Gliders, Hawks, Kings, Knicks, Mets, Braves, Dodgers, Cubs, Red Sox`)
	],
	['group', listed('Brigade, Brigades, Militia, Resistance, Jihad, Mujahideen')]
];
