import { lazily } from '@/shared/kit/lazily';
import { fold } from '@/shared/kit/text';
import { countryData } from './reference-data';

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What people write for a country besides its names in `resources/places/countries.json`. */
const ALSO_COUNTRIES = `US=United States of America|USA|U.S.A.|U.S.|EE UU|EEUU|Estados Unidos de América|Vereinigte Staaten von Amerika|États-Unis d'Amérique
GB=UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Inglaterra|Angleterre|Inghilterra|Anglia|Gran Bretaña|Schottland|Écosse
NL=The Netherlands|Holland|Holanda|Olanda|Hollande
CZ=Czech Republic|Česká republika|Tschechische Republik|République tchèque|República Checa|Česko
TR=Turkey|Turkiye
RU=Russian Federation|Россия|РФ
CN=P.R. China|PR China|PRC|People's Republic of China|Mainland China
TW=台湾|Taiwan R.O.C.
HK=Hong Kong|香港|Hongkong|Hong Kong SAR
MO=Macau|Macao|澳门
KR=Korea|Republic of Korea|South Korea|대한민국
VN=Viet Nam|Việt Nam
IN=Bharat|INDIA|भारत
AE=UAE|U.A.E.|Emiratos Árabes Unidos|الإمارات
SA=KSA|K.S.A.|Kingdom of Saudi Arabia|السعودية
ZA=Republic of South Africa|RSA
CD=DR Congo|DRC
CI=Ivory Coast|Côte d'Ivoire
LA=Laos
MM=Burma
IE=Éire|Republic of Ireland
PS=Palestine
CH=Schweiz|CH-Schweiz
PE=Perú
CU=Cuba
OM=Sultanate of Oman
MK=Macedonia
CV=Cabo Verde|Cape Verde
JO=الأردن`;

/** Folded country name → ISO code. What is written above wins over the lists. */
export const countryNames = lazily(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...Object.entries(countryData).flatMap(([code, names]) => keysOf(names, code)),
      ...ALSO_COUNTRIES.split('\n').flatMap((line) => keysOf(line.slice(3), line.slice(0, 2))),
    ]),
);

/** Whether the two letters are an ISO 3166-1 code. */
export const isCountryCode = (code: string): boolean => Object.hasOwn(countryData, code);

function keysOf(names: string, code: string): readonly (readonly [string, string])[] {
  return names.split('|').map((name) => [keyOf(name), code] as const);
}

const STATES =
  'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY,District of Columbia DC';

/** Folded state name, or the code in capitals → code. */
export const usStates = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      STATES.split(',').flatMap((entry) => {
        const code = entry.slice(-2);
        return [
          [keyOf(entry.slice(0, -3)), code],
          [code, code],
        ] as const;
      }),
    ),
);

const REGION_NAMES = `DE=Bayern|Bavaria|Baden-Württemberg|Nordrhein-Westfalen|NRW|Hessen|Hesse|Niedersachsen|Sachsen|Saxony|Sachsen-Anhalt|Thüringen|Brandenburg|Mecklenburg-Vorpommern|Schleswig-Holstein|Rheinland-Pfalz|Saarland
IN=Maharashtra|Karnataka|Tamil Nadu|Tamilnadu|Telangana|Andhra Pradesh|Kerala|Gujarat|Rajasthan|Punjab|Haryana|Uttar Pradesh|U.P.|Madhya Pradesh|M.P.|Bihar|West Bengal|Odisha|Orissa|Assam|Jharkhand|Chhattisgarh|Uttarakhand|Himachal Pradesh|Goa|Jammu and Kashmir|Jammu & Kashmir|J&K|Tripura|Manipur|Meghalaya|Nagaland|Mizoram|Sikkim|Arunachal Pradesh|NCR|Puducherry|A.P.|T.N.|W.B.|महाराष्ट्र|उत्तर प्रदेश|मध्य प्रदेश|बिहार|राजस्थान|गुजरात
GB=Greater London|West Yorkshire|South Yorkshire|North Yorkshire|Greater Manchester|West Midlands|Lancashire|Merseyside|Kent|Essex|Surrey|Hampshire|Hertfordshire|Berkshire|Buckinghamshire|Oxfordshire|Cambridgeshire|Norfolk|Suffolk|Devon|Cornwall|Dorset|Somerset|Avon|Wiltshire|Gloucestershire|East Sussex|West Sussex|Cheshire|Derbyshire|Nottinghamshire|Leicestershire|Staffordshire|Warwickshire|Tyne and Wear|County Durham|Lothian|Midlothian|Strathclyde|South Glamorgan|Glamorgan|County Antrim|Middlesex|Lincolnshire|Northamptonshire
CA=Ontario|ON|Québec|Quebec|QC|British Columbia|BC|Alberta|AB|Manitoba|MB|Saskatchewan|SK|Nova Scotia|NS|New Brunswick|NB|Newfoundland|Newfoundland and Labrador|Prince Edward Island|Yukon
AU=New South Wales|NSW|Victoria|VIC|Queensland|QLD|South Australia|Western Australia|Tasmania|ACT|Australian Capital Territory|Northern Territory
BR=São Paulo|Minas Gerais|Paraná|Rio Grande do Sul|Santa Catarina|Bahia|Pernambuco|Ceará|Goiás|Espírito Santo|Distrito Federal|Mato Grosso|Amazonas
FR=Île-de-France|Ile de France|Auvergne-Rhône-Alpes|Nouvelle-Aquitaine|Occitanie|Bretagne|Normandie|Hauts-de-France|Grand Est|Pays de la Loire|Provence-Alpes-Côte d'Azur
ES=Cataluña|Catalunya|Andalucía|Comunidad de Madrid|Comunidad Valenciana|País Vasco|Galicia|Castilla y León|Castilla-La Mancha|Aragón|Asturias
IT=Lombardia|Lombardy|Lazio|Piemonte|Veneto|Emilia-Romagna|Toscana|Campania|Puglia|Sicilia|Liguria|Sardegna|Calabria
PL=Mazowieckie|Małopolskie|Śląskie|Dolnośląskie|Wielkopolskie|Pomorskie|Łódzkie
NL=Noord-Holland|Zuid-Holland|Noord-Brabant|Gelderland|Overijssel|Limburg|Friesland
CN=Guangdong|Zhejiang|Jiangsu|Sichuan|Shandong|Hubei|Hunan|Henan|Hebei|Fujian|Anhui|Liaoning|Shaanxi|Shanxi|Jilin|Heilongjiang|Yunnan|Guizhou|Guangxi|Jiangxi|Gansu|Hainan|Inner Mongolia|Xinjiang|广东|浙江|江苏|四川|山东|湖北|湖南|河南|河北|福建|安徽|辽宁|陕西|山西|吉林|黑龙江|云南|贵州|广西|江西|甘肃|海南|内蒙古|新疆|宁夏|青海|西藏
JP=東京都|大阪府|京都府|北海道|神奈川県|愛知県|兵庫県|福岡県|埼玉県|千葉県|静岡県|茨城県|広島県|宮城県
MX=Jalisco|Nuevo León|Estado de México|Querétaro|Guanajuato|Yucatán|Sonora|Chihuahua|Coahuila|Tamaulipas|Veracruz
AR=Provincia de Buenos Aires|Santa Fe|Mendoza|Tucumán|Entre Ríos|Neuquén
CO=Antioquia|Cundinamarca|Valle del Cauca|Atlántico|Santander
CH=Kanton Zürich|Kanton Bern|Aargau|Thurgau|Graubünden|Vaud|Valais|Ticino|Basel-Stadt|Basel-Landschaft
AT=Tirol|Steiermark|Kärnten|Oberösterreich|Niederösterreich|Vorarlberg|Burgenland
BE=Vlaams-Brabant|Oost-Vlaanderen|West-Vlaanderen|Hainaut|Brabant wallon|Wallonie|Vlaanderen
SE=Skåne|Västra Götaland|Stockholms län|Östergötland|Dalarna
NO=Viken|Vestland|Rogaland|Trøndelag
DK=Sjælland|Jylland|Hovedstaden|Midtjylland|Syddanmark
PT=Distrito de Lisboa|Algarve|Alentejo|Minho
ZA=Gauteng|Western Cape|Eastern Cape|KwaZulu-Natal|KwaZulu Natal|Free State|Mpumalanga|Limpopo
NG=Lagos State|Rivers State|Ogun State|Oyo State|FCT
PK=Sindh|Khyber Pakhtunkhwa|KPK|Balochistan
PH=Metro Manila|NCR Philippines|Cebu|Laguna|Cavite|Bulacan|Rizal|Batangas|Pampanga
MY=Selangor|Johor|Penang|Perak|Sabah|Sarawak|Wilayah Persekutuan
ID=Jawa Barat|Jawa Timur|Jawa Tengah|West Java|East Java|Central Java|Banten
TR=Marmara
UA=Київська область
RU=Московская область|Ленинградская область`;

/** Folded name of a state, province or county → country. */
export const regions = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      REGION_NAMES.split('\n').flatMap((line) => {
        const [code = '', names = ''] = line.split('=');
        return names.split('|').map((name) => [keyOf(name), code] as const);
      }),
    ),
);

const NAMES_AT_HOME = `DE9=Frankfurt am Main|Frankfurt|Frankfurt a.M.|Frankfurt/Main|München|Muenchen|Munich|Nürnberg|Nuernberg|Nuremberg|Braunschweig|Hannover|Hanover|Düsseldorf|Duesseldorf|Koeln|Cologne
DE7=Freiburg|Freiburg im Breisgau|Mülheim|Offenbach|Aix-la-Chapelle|Wuerzburg|Goettingen|Tuebingen|Saarbruecken|Muenster|Luebeck|Osnabrueck|Halle|Halle (Saale)|Ludwigshafen|Monachium|Monaco di Baviera|Berlino|Hambourg
IT7=Roma|Rom|Rome|Milano|Mailand|Milan|Torino|Turin|Napoli|Naples|Firenze|Florence|Florenz|Genova|Genoa|Venezia|Venice|Padova|Mantova|Siracusa|Reggio Emilia|Reggio nell'Emilia|Reggio Calabria|Forlì
PL7=Warszawa|Warschau|Varsovie|Varsovia|Varsavia|Gdansk|Danzig|Lodz|Krakow|Cracow|Krakau|Breslau|Posen|Stettin
PT7=Lisboa|Lissabon|Lisbonne|Porto|Oporto|Braga|Coimbra
ES7=Sevilla|Seville|A Coruña|La Coruña|Donostia|San Sebastián|Bilbao|Palma de Mallorca|Palma|València|Gasteiz|Vitoria|Iruña|Las Palmas|Las Palmas de Gran Canaria|Santa Cruz de Tenerife|Saragossa|Castellón|Castelló|Alacant
CZ7=Praha|Prag|Praga|Brno|Brünn|Plzeň|Pilsen
SK6=Bratislava|Košice
AT7=Wien|Vienna|Vienne|Viena|Graz|Linz|Salzburg|Innsbruck
CH7=Zürich|Zuerich|Zurich|Genève|Geneva|Genf|Ginevra|Basel|Bâle|Basle|Bern|Berne|Lausanne|Luzern|Lucerne|St. Gallen|Saint-Gall|Sankt Gallen|Biel|Bienne|Neuenburg|Fribourg
BE7=Bruxelles|Brussel|Brussels|Brüssel|Bruselas|Antwerpen|Antwerp|Anvers|Gent|Ghent|Gand|Liège|Luik|Leuven|Louvain|Brugge|Bruges|Namur|Namen|Mechelen|Malines|Kortrijk|Courtrai|Oostende|Ostend|Louvain-la-Neuve
NL7=Den Haag|The Hague|'s-Gravenhage|La Haye|Den Bosch|'s-Hertogenbosch
LU6=Luxembourg|Luxemburg|Lëtzebuerg
US8=New York|NYC|New York City|Washington DC|Washington, D.C.|Washington|San Francisco Bay Area|Bay Area|Brooklyn|Bronx|The Bronx|Queens|Manhattan|Staten Island|Silicon Valley|L.A.|Nueva York|Saint Louis|St. Louis|Saint Paul|St. Paul|Saint Petersburg|St. Petersburg|Fort Worth|Ft. Worth|Fort Lauderdale|Ft. Lauderdale|Salt Lake City|Research Triangle Park|Dallas-Fort Worth|Dallas/Fort Worth
IN8=Bangalore|Bengaluru|Bombay|Mumbai|Navi Mumbai|Madras|Calcutta|Kolkata|Poona|Gurgaon|Gurugram|New Delhi|Delhi|Delhi NCR|Noida|Greater Noida|Trivandrum|Thiruvananthapuram|Cochin|Kochi|Ernakulam|Mysore|Mysuru|Baroda|Vadodara|Vizag|Visakhapatnam|Vishakhapatnam|Pondicherry|Puducherry|Secunderabad|Allahabad|Prayagraj|Thane|दिल्ली|नई दिल्ली|मुंबई|पुणे|नागपुर|जयपुर|लखनऊ|कानपुर|इंदौर|भोपाल|पटना|वाराणसी|हैदराबाद|बेंगलुरु|चेन्नई|कोलकाता|अहमदाबाद|सूरत|आगरा|नोएडा|गुरुग्राम
IN6=Trichur|Calicut|Benares|Banaras|Belgaum|Belagavi|Hubli|Tuticorin|Trichy|Tiruchirapalli|Mohali|Panchkula|Pimpri|Chinchwad|Pimpri-Chinchwad|Bhubaneswar|Bhubaneshwar|Mangalore|Mangaluru|Gulbarga|Shimoga|Nellore|Rajahmundry|Ahmednagar|Aurangabad|Tanjore|Quilon|Kollam|Cuddalore|Bellary|Tumkur|Davangere|Simla|Shimla
CN8=北京|上海|广州|廣州|深圳|杭州|成都|南京|武汉|武漢|西安|重庆|重慶|天津|苏州|长沙|郑州|青岛|大连|厦门|宁波|济南|合肥|福州|沈阳|昆明|无锡|东莞|佛山|哈尔滨|长春|石家庄|南昌|贵阳|南宁|太原
CN6=南通|常州|徐州|温州|嘉兴|绍兴|台州|金华|芜湖|泉州|漳州|珠海|中山|惠州|江门|汕头|湛江|柳州|桂林|海口|三亚|遵义|兰州|西宁|银川|乌鲁木齐|呼和浩特|洛阳|开封|襄阳|宜昌|株洲|湘潭|绵阳|烟台|潍坊|淄博|威海|临沂|济宁|唐山|保定|廊坊|秦皇岛|邯郸|大庆|吉林市|鞍山|扬州|镇江|盐城|泰州|淮安|连云港|湖州|昆山|义乌|Suzhou|Hangzhou|Xi'an|Xian
JP8=東京|大阪|京都|横浜|名古屋|福岡|札幌|神戸|仙台|広島|千葉|さいたま|川崎|北九州|新潟|浜松|熊本|岡山|静岡|金沢|那覇|鹿児島
KR8=서울|서울특별시|서울시|부산|부산광역시|인천|대구|광주|대전|울산|수원|성남|고양|용인|창원|청주|전주|제주|분당|판교
TW8=台北|臺北|高雄|台中|台北市|新北|新北市|桃園|新竹|台南
HK8=九龍|九龙|Kowloon
DK7=København|Kobenhavn|Copenhagen|Kopenhagen|Copenhague|Århus|Aarhus|Ålborg|Aalborg
SE7=Göteborg|Gothenburg|Malmö|Estocolmo|Stoccolma
NO6=Oslo|Trondheim|Bergen
FI7=Helsinki|Helsingfors|Espoo|Esbo|Turku|Åbo|Tampere|Vantaa
RU8=Moscow|Moskva|Moskau|Moscou|Saint Petersburg|St. Petersburg|Sankt Petersburg|Москва|Санкт-Петербург|Петербург|СПб|Новосибирск|Екатеринбург|Казань|Нижний Новгород|Челябинск|Самара|Омск|Ростов-на-Дону|Уфа|Красноярск|Воронеж|Пермь|Волгоград|Краснодар|Саратов|Тюмень|Тольятти|Ижевск|Барнаул|Иркутск|Хабаровск|Ярославль|Владивосток|Томск|Тула|Калининград|Сочи
UA7=Kyiv|Kiev|Lviv|Odesa|Odessa|Kharkiv|Kharkov|Dnipro|Zaporizhzhia|Київ|Киев|Харків|Харьков|Одеса|Одесса|Дніпро|Днепр|Львів|Львов|Запоріжжя|Вінниця|Полтава|Чернівці|Івано-Франківськ|Тернопіль
BY7=Минск|Мінск|Minsk|Гомель
KZ7=Алматы|Астана|Almaty|Nur-Sultan
BG7=Sofia|Sofiya|София|Пловдив|Варна|Бургас
RS7=Beograd|Belgrade|Belgrad|Београд|Нови Сад|Novi Sad|Ниш
RO7=Bucharest|București|Bukarest|Cluj|Cluj-Napoca|Iași|Iasi|Timișoara|Timisoara
HU7=Budapest
GR7=Athens|Athina|Athen|Atene|Thessaloniki|Saloniki|Piraeus|Αθήνα|Θεσσαλονίκη|Πάτρα|Ηράκλειο|Λάρισα|Πειραιάς
TR8=İstanbul|Istanbul|Ankara|İzmir|Konstantinopel
MX8=Ciudad de México|Mexico City|CDMX|Ciudad de Mexico|México D.F.
AR8=Buenos Aires|CABA|Capital Federal|Ciudad Autónoma de Buenos Aires
CO8=Bogotá|Bogotá D.C.|Bogota DC
CL8=Santiago de Chile
BR8=Rio de Janeiro|São Paulo|Brasília|Belo Horizonte|Curitiba
IL7=Tel Aviv|Tel-Aviv|תל אביב|ירושלים|חיפה|באר שבע
EG8=Cairo|القاهرة|الإسكندرية|الجيزة|Alexandria
SA7=Riyadh|Jeddah|Dammam|الرياض|جدة|مكة المكرمة|المدينة المنورة|الدمام
AE7=Dubai|Abu Dhabi|Sharjah|دبي|أبوظبي|أبو ظبي|الشارقة
QA6=Doha|الدوحة
KW6=Kuwait City|الكويت
BH6=Manama|المنامة
JO6=Amman|عمان
LB6=Beirut|بيروت
SY6=دمشق|حلب
IQ7=Baghdad|بغداد|البصرة|أربيل
MA7=Casablanca|الدار البيضاء|الرباط|فاس|مراكش|طنجة
DZ7=Algiers|Alger|الجزائر|وهران
TN6=Tunis|تونس|صفاقس
IR8=Tehran|Teheran|تهران|مشهد|اصفهان|شیراز|تبریز
TH8=Bangkok|กรุงเทพ|กรุงเทพมหานคร|กรุงเทพฯ|เชียงใหม่
VN7=Ho Chi Minh City|Ho Chi Minh|Saigon|HCMC|Hanoi|Ha Noi|Hà Nội|Hồ Chí Minh|Đà Nẵng
ZA6=Sandton|Johannesburg|Pretoria
PK7=Karachi|Lahore|Islamabad|Rawalpindi
SG8=Singapore|Singapur|新加坡`;

/** Names that the gazetteer gives in another language or spelling: name, country, rank (0..9 by size). */
export const exonyms = lazily((): readonly Exonym[] =>
  NAMES_AT_HOME.split('\n').flatMap((line) => {
    const [head = '', names = ''] = line.split('=');
    return names.split('|').map((name) => [name, head.slice(0, 2), Number(head.slice(2))] as const);
  }),
);
type Exonym = readonly [name: string, country: string, rank: number];
