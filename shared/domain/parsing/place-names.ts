import { fold } from '@/shared/kit/text';

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const COUNTRIES = `US=United States|USA|U.S.A.|United States of America|Estados Unidos|Vereinigte Staaten|États-Unis|Stati Uniti|U.S.
GB=United Kingdom|UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito|Vereinigtes Königreich
DE=Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland|Niemcy
FR=France|Frankreich|Francia|França|Frankrijk|Francja
ES=Spain|España|Spanien|Espagne|Espanha|Spagna|Spanje|Hiszpania
IT=Italy|Italia|Italien|Italie|Itália|Włochy
PT=Portugal|Portogallo|Portugalia
NL=Netherlands|The Netherlands|Nederland|Niederlande|Pays-Bas|Países Bajos|Países Baixos|Paesi Bassi|Holandia|Holland
PL=Poland|Polska|Polen|Pologne|Polonia|Polônia
BE=Belgium|België|Belgique|Belgien|Bélgica|Belgio
AT=Austria|Österreich|Autriche
CH=Switzerland|Schweiz|Suisse|Svizzera|Suiza|Suíça
LU=Luxembourg|Luxemburg
IE=Ireland|Irland|Irlande|Irlanda|Éire
DK=Denmark|Dänemark|Danmark
SE=Sweden|Schweden|Sverige|Suède
NO=Norway|Norwegen|Norge
FI=Finland|Finnland|Suomi
CZ=Czech Republic|Czechia|Tschechien|Česko
SK=Slovakia|Slowakei
HU=Hungary|Ungarn|Magyarország
RO=Romania|Rumänien|România
BG=Bulgaria|Bulgarien
GR=Greece|Griechenland
HR=Croatia|Kroatien|Hrvatska
RS=Serbia|Serbien|Srbija
SI=Slovenia|Slowenien
UA=Ukraine|Ukraina
RU=Russia|Russian Federation|Russland
TR=Turkey|Türkei|Türkiye|Turkiye
IN=India|Indien|Inde|Bharat
PK=Pakistan
BD=Bangladesh
LK=Sri Lanka
NP=Nepal
CN=China|P.R. China|中国
TW=Taiwan|台湾
HK=Hong Kong|香港
JP=Japan|日本
KR=South Korea|Korea|Republic of Korea|한국|대한민국
SG=Singapore|新加坡
MY=Malaysia
TH=Thailand
VN=Vietnam|Viet Nam
PH=Philippines
ID=Indonesia
AU=Australia|Australien
NZ=New Zealand|Neuseeland
CA=Canada|Kanada
MX=Mexico|México
BR=Brazil|Brasil|Brasilien|Brésil
AR=Argentina|Argentinien
CL=Chile
CO=Colombia|Kolumbien
PE=Peru|Perú
VE=Venezuela
UY=Uruguay
EC=Ecuador
CR=Costa Rica
PA=Panama|Panamá
AE=United Arab Emirates|UAE|U.A.E.
SA=Saudi Arabia|KSA|Kingdom of Saudi Arabia
QA=Qatar
KW=Kuwait
OM=Oman
BH=Bahrain
IL=Israel
EG=Egypt|Ägypten
ZA=South Africa|Südafrika|Republic of South Africa
NG=Nigeria
KE=Kenya|Kenia
GH=Ghana
ET=Ethiopia
TZ=Tanzania
UG=Uganda
MA=Morocco|Maroc|Marokko
TN=Tunisia|Tunisie
DZ=Algeria|Algérie
IR=Iran
IQ=Iraq
JO=Jordan
LB=Lebanon|Liban
SY=Syria`;

/** Folded country name → ISO code. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.split('\n').flatMap((line) => {
    const [code = '', names = ''] = line.split('=');
    return names.split('|').map((name) => [keyOf(name), code] as const);
  }),
);

const STATES =
  'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY,District of Columbia DC';

/** Folded state name, or the code in capitals → code. */
export const US_STATES: ReadonlyMap<string, string> = new Map(
  STATES.split(',').flatMap((entry) => {
    const code = entry.slice(-2);
    return [
      [keyOf(entry.slice(0, -3)), code],
      [code, code],
    ] as const;
  }),
);

const REGION_NAMES = `DE=Bayern|Bavaria|Baden-Württemberg|Nordrhein-Westfalen|NRW|Hessen|Hesse|Niedersachsen|Sachsen|Saxony|Sachsen-Anhalt|Thüringen|Brandenburg|Mecklenburg-Vorpommern|Schleswig-Holstein|Rheinland-Pfalz|Saarland
IN=Maharashtra|Karnataka|Tamil Nadu|Tamilnadu|Telangana|Andhra Pradesh|Kerala|Gujarat|Rajasthan|Punjab|Haryana|Uttar Pradesh|U.P.|Madhya Pradesh|M.P.|Bihar|West Bengal|Odisha|Orissa|Assam|Jharkhand|Chhattisgarh|Uttarakhand|Himachal Pradesh|Goa|Jammu and Kashmir|J&K|Tripura|Manipur|NCR
GB=Greater London|West Yorkshire|South Yorkshire|North Yorkshire|Greater Manchester|West Midlands|Lancashire|Merseyside|Kent|Essex|Surrey|Hampshire|Hertfordshire|Berkshire|Buckinghamshire|Oxfordshire|Cambridgeshire|Norfolk|Suffolk|Devon|Cornwall|Dorset|Somerset|Avon|Wiltshire|Gloucestershire|East Sussex|West Sussex|Cheshire|Derbyshire|Nottinghamshire|Leicestershire|Staffordshire|Warwickshire|Tyne and Wear|County Durham|Lothian|Midlothian|Strathclyde|South Glamorgan|Glamorgan|County Antrim|Middlesex|Lincolnshire|Northamptonshire
CA=Ontario|ON|Québec|Quebec|QC|British Columbia|BC|Alberta|AB|Manitoba|Saskatchewan|Nova Scotia|New Brunswick
AU=New South Wales|NSW|Victoria|VIC|Queensland|QLD|South Australia|Western Australia|Tasmania|ACT
BR=São Paulo|Minas Gerais|Paraná|Rio Grande do Sul|Santa Catarina|Bahia|Pernambuco|Ceará|Goiás|Espírito Santo|Distrito Federal|Mato Grosso|Amazonas
FR=Île-de-France|Ile de France|Auvergne-Rhône-Alpes|Nouvelle-Aquitaine|Occitanie|Bretagne|Normandie|Hauts-de-France|Grand Est|Pays de la Loire|Provence-Alpes-Côte d'Azur
ES=Cataluña|Catalunya|Andalucía|Comunidad de Madrid|Comunidad Valenciana|País Vasco|Galicia|Castilla y León|Castilla-La Mancha|Aragón|Asturias
IT=Lombardia|Lombardy|Lazio|Piemonte|Veneto|Emilia-Romagna|Toscana|Campania|Puglia|Sicilia|Liguria|Sardegna|Calabria
PL=Mazowieckie|Małopolskie|Śląskie|Dolnośląskie|Wielkopolskie|Pomorskie|Łódzkie
NL=Noord-Holland|Zuid-Holland|Noord-Brabant|Gelderland|Overijssel|Limburg|Friesland
CN=Guangdong|Zhejiang|Jiangsu|Sichuan|Shandong|Hubei|广东|浙江|江苏|四川|山东|湖北
MX=Jalisco|Nuevo León|Estado de México|Ciudad de México|CDMX`;

/** Folded name of a state, province or county → country. */
export const REGIONS: ReadonlyMap<string, string> = new Map(
  REGION_NAMES.split('\n').flatMap((line) => {
    const [code = '', names = ''] = line.split('=');
    return names.split('|').map((name) => [keyOf(name), code] as const);
  }),
);

const NAMES_AT_HOME = `DE9=Frankfurt am Main|Frankfurt|München|Muenchen|Nürnberg|Nuernberg|Braunschweig|Hannover|Düsseldorf|Duesseldorf|Koeln|Freiburg
IT7=Roma|Milano|Torino|Napoli|Firenze|Genova|Venezia|Padova|Mantova|Siracusa
PL7=Warszawa|Gdansk|Lodz
PT7=Lisboa|Porto|Oporto|Braga|Coimbra
ES7=Sevilla|A Coruña|La Coruña|Donostia|San Sebastián|Bilbao|Palma de Mallorca
CZ7=Praha|Brno
AT7=Wien|Vienna|Graz|Linz|Salzburg|Innsbruck
CH7=Zürich|Zuerich|Genève|Geneva|Basel|Bern|Lausanne|Luzern
BE7=Bruxelles|Brussel|Brussels|Antwerpen|Gent|Liège|Leuven
NL7=Den Haag|The Hague|'s-Gravenhage|Den Bosch
US8=New York|NYC|Washington DC|Washington, D.C.|Washington|San Francisco Bay Area|Bay Area
IN8=Bangalore|Bengaluru|Bombay|Mumbai|Madras|Calcutta|Kolkata|Poona|Gurgaon|Gurugram|New Delhi|Delhi|Delhi NCR|Noida|Trivandrum|Cochin|Kochi|Mysore|Mysuru|Baroda|Vizag|Pondicherry
CN8=北京|上海|广州|深圳|杭州|成都|南京|武汉|西安|重庆|天津|苏州|长沙|郑州|青岛|大连|厦门|宁波|济南|合肥|福州|沈阳|昆明|无锡|东莞|佛山|哈尔滨|长春|石家庄|南昌|贵阳|南宁|太原
JP8=東京|大阪|京都|横浜|名古屋|福岡|札幌|神戸
KR8=서울|부산|인천|대구
TW8=台北|高雄|台中
DK7=København|Copenhagen
SE7=Göteborg|Gothenburg
FI7=Helsinki
RU8=Moscow|Moskva|Saint Petersburg
UA7=Kyiv|Kiev|Lviv
GR7=Athens|Athina
TR8=İstanbul|Istanbul|Ankara|İzmir
MX8=Ciudad de México|Mexico City|CDMX
BR8=Rio de Janeiro|São Paulo|Brasília|Belo Horizonte|Curitiba
IL7=Tel Aviv
VN7=Ho Chi Minh City|Hanoi
AE7=Dubai|Abu Dhabi|Sharjah`;

/** Names that the gazetteer gives in another language or spelling: name, country, rank (0..9 by size). */
export const EXONYMS: readonly (readonly [string, string, number])[] = NAMES_AT_HOME.split(
  '\n',
).flatMap((line) => {
  const [head = '', names = ''] = line.split('=');
  return names.split('|').map((name) => [name, head.slice(0, 2), Number(head.slice(2))] as const);
});
