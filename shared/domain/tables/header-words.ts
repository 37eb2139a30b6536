import { fold, squeeze } from '@/shared/kit/text';
import type { TableField } from './fields';

/** Names that columns for each field go by in other systems' exports, in several languages; compared folded and without signs. */
const WORDS: Readonly<Record<TableField, string>> = {
  name: 'name|full name|candidate|candidate name|applicant|applicant name|contact name|display name|person|vollstandiger name|kandidat|bewerber|nom complet|nom et prenom|candidat|nombre completo|nombre y apellidos|candidato|nome completo|nome e cognome|volledige naam|naam|imie i nazwisko|namn|navn|fn|姓名|氏名|이름',
  firstName:
    'first name|firstname|given name|given names|forename|vorname|prenom|nombre|nombres|primer nombre|nome|primeiro nome|voornaam|imie|fornamn|fornavn|名|名字',
  lastName:
    'last name|lastname|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn|etternavn|efternavn|姓|姓氏',
  email:
    'email|e mail|mail|email address|e mail address|primary email|email 1|email 2|work email|personal email|private email|home email|mailadresse|e mail adresse|emailadresse|courriel|adresse email|adresse e mail|adresse mail|correo|correo electronico|indirizzo email|posta elettronica|endereco de email|e mailadres|adres e mail|e post|epost|邮箱|电子邮件|メール|이메일',
  phone:
    'phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|primary phone|work phone|home phone|phone 1|phone 2|contact number|telefon|telefonnummer|mobil|mobiltelefon|handy|handynummer|telefon mobil|telephone portable|portable|numero de telephone|telefono|movil|numero de telefono|celular|cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|telefon komorkowy|numer telefonu|电话|手机|電話|전화',
  link: 'link|links|url|website|web site|web page|homepage|linkedin|linkedin url|linkedin profile|linkedin profile url|profile url|github|github url|xing|portfolio|webseite|site web|site internet|sitio web|sito web|site|strona www|hjemmeside|hemsida',
  headline:
    'headline|tagline|profile title|candidate title|berufsbezeichnung|professional title|professional headline|titre du profil|titular',
  company:
    'company|company name|current company|current employer|employer|organization|organisation|org|most recent employer|last company|firma|unternehmen|arbeitgeber|aktueller arbeitgeber|entreprise|societe|employeur|entreprise actuelle|empresa|empresa actual|empresa atual|azienda|datore di lavoro|bedrijf|werkgever|pracodawca|foretag|arbetsgivare|firmanavn|公司|会社|회사',
  title:
    'title|job title|current title|current job title|position|current position|role|current role|occupation|most recent title|jobtitel|stelle|beruf|funktion|titel|poste|poste actuel|fonction|intitule du poste|puesto|cargo|puesto actual|cargo actual|cargo atual|posizione|ruolo|qualifica|functie|functietitel|stanowisko|befattning|stilling|职位|職種|직책',
  location:
    'location|city|town|address|place|region|current location|candidate location|home location|ort|wohnort|stadt|standort|adresse|lieu|ville|localisation|ubicacion|ciudad|localidad|direccion|citta|localita|luogo|indirizzo|cidade|localizacao|endereco|plaats|woonplaats|stad|miasto|lokalizacja|adres|sted|by|所在地|城市|住所|지역',
  summary:
    'summary|profile|about|bio|biography|description|professional summary|profile summary|profil|zusammenfassung|kurzprofil|uber|resume du profil|a propos|resumen|perfil|acerca de|profilo|riepilogo|sobre|samenvatting|profiel|podsumowanie|sammanfattning|sammendrag',
  totalYears:
    'years|years of experience|total years|total experience|experience years|years experience|experience in years|yoe|berufserfahrung|jahre berufserfahrung|berufsjahre|annees d experience|annees experience|anos de experiencia|anni di esperienza|jaren ervaring|lata doswiadczenia|doswiadczenie',
  noticePeriod:
    'notice|notice period|availability|available from|kundigungsfrist|verfugbarkeit|verfugbar ab|preavis|disponibilite|preaviso|disponibilidad|preavviso|disponibilita|aviso previo|opzegtermijn|beschikbaarheid|okres wypowiedzenia|dostepnosc',
  workPermission:
    'work permission|work permit|work authorization|work authorisation|right to work|visa|visa status|arbeitserlaubnis|arbeitsgenehmigung|permis de travail|permiso de trabajo|permesso di lavoro|werkvergunning|pozwolenie na prace',
  skills:
    'skills|skill|key skills|skill set|skillset|technologies|tech stack|competencies|competences|expertise|kenntnisse|fahigkeiten|kompetenzen|competences cles|aptitudes|habilidades|competencias|competenze|vaardigheden|umiejetnosci|fardigheter|kompetenser|技能|スキル|기술',
  languages:
    'languages|language|language skills|sprachen|sprachkenntnisse|langues|idiomas|lingue|linguas|talen|jezyki|sprak|sprog|语言|言語|언어',
  school:
    'school|university|college|institution|alma mater|education|hochschule|universitat|schule|ausbildung|ecole|universite|etablissement|universidad|escuela|formacion|universita|scuola|istruzione|universidade|escola|universiteit|opleiding|uczelnia|szkola|universitet|skola|学校|大学',
  degree:
    'degree|qualification|highest degree|diploma|abschluss|studienabschluss|diplome|titulo|titulacion|titolo di studio|laurea|grau|diploma graad|graad|stopien|tytul|examen|学位|学历',
  tags: 'tags|tag|labels|label|keywords|categories|category|groups|schlagworte|schlagworter|stichworte|etiketten|etiquettes|mots cles|etiquetas|palabras clave|etichette|parole chiave|labels tags|etykiety|taggar',
  list: 'list|lists|pool|talent pool|talent pools|folder|hotlist|liste|listen|talentpool|vivier|lista|listas|liste di candidati|lijst',
  notes:
    'notes|note|comments|comment|remarks|remark|recruiter notes|notizen|notiz|bemerkung|bemerkungen|kommentar|kommentare|anmerkungen|remarques|commentaires|commentaire|notas|nota|comentarios|observaciones|note interne|commenti|observacoes|notities|opmerkingen|uwagi|notatki|komentarze|anteckningar|备注|備考',
  source:
    'source|lead source|candidate source|origin|referral source|quelle|herkunft|source du candidat|fuente|origen|fonte|provenienza|origem|bron|zrodlo|kalla|来源',
  consentGiven:
    'consent|consent date|consent given|gdpr consent|gdpr consent date|consent given at|privacy consent|einwilligung|einwilligung am|datenschutz einwilligung|consentement|date de consentement|consentimiento|fecha de consentimiento|consenso|data consenso|consentimento|toestemming|zgoda|data zgody',
  consentExpires:
    'consent expires|consent expiry|consent expiry date|consent until|consent valid until|gdpr expiry|retention until|einwilligung bis|einwilligung gultig bis|expiration du consentement|consentimiento hasta|vencimiento consentimiento|scadenza consenso|toestemming tot|zgoda do',
};

const FIELD_OF = new Map<string, TableField>();
// The keys of WORDS are the fields.
for (const [field, words] of Object.entries(WORDS) as [TableField, string][]) {
  for (const word of words.split('|')) FIELD_OF.set(headerKey(word), field);
}

/** A header as it is compared: folded, letters and digits only; `eMail_Address*` and `Email address` are one. */
export function headerKey(header: string): string {
  const spaced = header.replace(/([a-z])([A-Z][a-z])/g, '$1 $2');
  return squeeze(fold(spaced).replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** The field that a column of this name is for in most systems; null for a name that says nothing. */
export function fieldOfHeader(header: string): TableField | null {
  const key = headerKey(header);
  return FIELD_OF.get(key) ?? FIELD_OF.get(key.replace(/ \d+$/, '')) ?? null;
}
