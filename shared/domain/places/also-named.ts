import { placeKey } from '@/shared/domain/parsing/places';
import { lazily } from '@/shared/kit/lazily';

/** Large towns under the names the gazetteer has, with what else they are called. */
const NAMES = `DE:Munich=München|Muenchen|Monaco di Baviera|Monachium
DE:Köln=Cologne|Koeln
DE:Nürnberg=Nuremberg|Nuernberg
DE:Frankfurt am Main=Frankfurt|Frankfurt a.M.|Frankfurt/Main
DE:Hannover=Hanover
DE:Düsseldorf=Duesseldorf
DE:Würzburg=Wuerzburg
DE:Göttingen=Goettingen
DE:Tübingen=Tuebingen
DE:Saarbrücken=Saarbruecken
DE:Münster=Muenster
DE:Lübeck=Luebeck
DE:Osnabrück=Osnabrueck
DE:Freiburg=Freiburg im Breisgau
DE:Halle (Saale)=Halle
DE:Hamburg=Hambourg
DE:Berlin=Berlino
IT:Rome=Roma|Rom
IT:Milan=Milano|Mailand
IT:Turin=Torino
IT:Naples=Napoli|Neapel
IT:Florence=Firenze|Florenz
IT:Genoa=Genova
IT:Venice=Venezia|Venedig
IT:Padova=Padua
PL:Warsaw=Warszawa|Warschau|Varsovie|Varsovia
PL:Gdańsk=Danzig
PL:Łódź=Lodz
PL:Kraków=Cracow|Krakau
PL:Wrocław=Breslau
PL:Poznań=Posen
PL:Szczecin=Stettin
PT:Lisbon=Lisboa|Lissabon|Lisbonne
PT:Porto=Oporto
ES:Sevilla=Seville
ES:Zaragoza=Saragossa
CZ:Prague=Praha|Prag|Praga
CZ:Brno=Brünn
AT:Vienna=Wien|Vienne|Viena
CH:Zürich=Zuerich
CH:Genève=Geneva|Genf|Ginevra
CH:Basel=Bâle|Basle
CH:Bern=Berne
CH:Luzern=Lucerne
BE:Brussels=Bruxelles|Brussel|Brüssel|Bruselas
BE:Antwerpen=Antwerp|Anvers
BE:Gent=Ghent|Gand
BE:Liège=Luik
BE:Leuven=Louvain
BE:Brugge=Bruges
NL:The Hague=Den Haag|'s-Gravenhage|La Haye
DK:Copenhagen=København|Kopenhagen|Copenhague
SE:Göteborg=Gothenburg
RO:Bucharest=București|Bucuresti|Bukarest
RU:Moscow=Москва|Moskau|Moscou
RU:Saint Petersburg=Санкт-Петербург|St. Petersburg
UA:Kyiv=Киев|Київ|Kiev|Kiew
GR:Athens=Αθήνα|Athen
US:New York City=New York|NYC|Nueva York
US:Saint Louis=St. Louis
US:Saint Paul=St. Paul
IN:Bengaluru=Bangalore
IN:Mumbai=Bombay
IN:Chennai=Madras
IN:Kolkata=Calcutta
IN:Pune=Poona
IN:Gurgaon=Gurugram
IN:Thiruvananthapuram=Trivandrum
CN:Beijing=北京|Peking|Pékin
CN:Shanghai=上海
CN:Shenzhen=深圳
CN:Guangzhou=广州
JP:Tokyo=東京|东京|Tokio
JP:Osaka=大阪
KR:Seoul=서울|서울특별시
VN:Ho Chi Minh City=Saigon|HCMC|Ho Chi Minh`;

/** Key of another name (`placeKey`) → the town as the gazetteer lists it: `DE:Munich`. */
export const alsoNamed = lazily(
  (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      NAMES.split('\n').flatMap((line) => {
        const [place = '', names = ''] = line.split('=');
        return names.split('|').map((name) => [placeKey(name), place] as const);
      }),
    ),
);
