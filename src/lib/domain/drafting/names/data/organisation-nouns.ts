import { listed, wordsOf } from './lists.ts';

/** Words by which a name tells that it names a body of people. */
export const ORGANISATION_HEADS = wordsOf(`
Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association Authority Bank Bloc Board
Brigade Brigades Broadcasting Brothers Brotherhood Bureau Cabinet Caucus Centre Center Chamber Charity Church Club
Coalition College Command Commission Committee Commonwealth Community Company Conference Confederation Congregation
Congress Consortium Constabulary Convention Cooperative Corporation Corp Corp. Corps Council Court Crescent Department
Directorate Division Enterprises Entertainment Executive Exchange Faculty Federation Fleet Force Forces Forum Foundation
Front Fund Government Group Guard Guards Guild Helmets Herald Holdings House Inc Inc. Industries Initiative Institute
Institution Institutes Intelligence International Jazeera Journal Laboratories Laboratory Labs League Legion Library
Limited Ltd Ltd. Mail Media Militia Ministry Motors Movement NATO Navy Network News Newspaper Observatory Office Orchestra
Organisation Organization Panel Parliament Partners Partnership Party Pictures plc PLC Police Post Press Productions
Program Programme Records Regiment Registry Reserve Resistance School Secretariat Security Senate Service Services
Society Squad Squadron Staff State-owned Studios Survey Syndicate Systems Taskforce Team Technologies Telegraph Telescope
Television Theatre Times Today Tribunal Tribune Troupe Trust Trusts TV Union United University Volunteers Watch Wing Works
Chemicals Communications Consulting Electronics Insurance Investments Logistics Metals Mining Petroleum Railways
Shipping Software Solutions Steel Stores Supermarkets Telecom Transport Ventures Advertiser Bulletin Chronicle Courier Dispatch Echo Examiner Inquirer Pharma Pharmaceuticals Sentinel Weekly Youth FC AFC CF Rovers Wanderers Athletic Albion Rangers Democrats Republicans Conservatives Greens Liberals Labour
Broncos Panthers Warriors Giants Yankees Lakers Cowboys Steelers Patriots Eagles Dolphins Devils Tigers Lions Bulls
`);

/** Bodies whose names do not tell what they are. */
export const ORGANISATIONS = listed(`
UN, U.N., NATO, EU, E.U., BBC, CNN, ABC, NBC, CBS, ITV, Fox News, Reuters, AFP, AP, Associated Press, Agence France-Presse
Al Jazeera, Xinhua, TASS, Interfax, Bloomberg, The Guardian, Le Monde, Der Spiegel, Wikipedia
Wikimedia, WikiLeaks, Google, Microsoft, Apple, Amazon, Facebook, Twitter, YouTube, Instagram, WhatsApp, Netflix, Intel, IBM
Samsung, Sony, Nintendo, Nokia, Huawei, Toyota, Honda, Nissan, Volkswagen, BMW, Ford, General Motors, Chrysler, Tesla
Boeing, Airbus, SpaceX, NASA, ESA, Roscosmos, Shell, BP, Exxon, ExxonMobil, Gazprom, Total, Walmart, Tesco, McDonald's
Nike, Adidas, Disney, Pixar, HSBC, Barclays, Goldman Sachs, Citigroup, Uber, Airbnb, Boko Haram, Hamas, Hezbollah
Hizbollah, Fatah, Taliban, al-Qaeda, Al Qaeda, Al-Qaida, ISIS, ISIL, Daesh, al-Shabaab, Al Shabaab, PKK, YPG, FARC, ETA
IRA, KGB, FBI, CIA, NSA, MI5, MI6, Mossad, Pentagon, Kremlin, Whitehall, Interpol, Europol, Congress, Parliament
Knesset, Duma, Bundestag, Supreme Court, White Helmets, Red Cross, Red Crescent, Greenpeace, Oxfam, Unicef, UNESCO
UNHCR, WHO, WTO, IMF, OPEC, ASEAN, FIFA, UEFA, IOC, NBA, NFL, NHL, MLB, Save the Children, Amnesty, Amnesty International
Human Rights Watch, Médecins Sans Frontières, Doctors Without Borders, Islamic State, African Union, Arab League
World Bank, European Union, United Nations, European Commission, Security Council, Labour, Conservatives, Tories
Liberal Democrats, Democrats, Republicans, Likud, Sinn Féin, Sinn Fein, Ukip, Manchester United, Real Madrid, Arsenal
Chelsea, Liverpool FC, Barcelona FC, Juventus, Bayern Munich, Qantas, Ryanair, Lufthansa, Telegraph, Guardian, Times
`);

/** Bodies of people by what they are, singular, in lower case. */
export const GROUP_NOUNS = wordsOf(`
academy administration agency airline alliance army assembly association authority band bank battalion brigade broadcaster
bureau business cabinet cartel charity church club coalition college commission committee community company confederation
congress consortium corporation council court crew crowd delegation department dynasty embassy faction family federation
firm force foundation gang garrison government group industry institute institution jury league legislature manufacturer
media militia ministry monarchy mob movement navy network newspaper ngo opposition organisation organization
panel parliament party police press publisher regime regiment retailer school senate society squad
team thinktank think-tank tribe troupe tribunal union university
brotherhood caucus clan contingent cult delegation fleet garrison guild household legion lobby orchestra platoon secretariat sect
squadron start-up startup subsidiary syndicate taskforce watchdog
`);
