import { calendarDay } from '../../shared/wording';
import type { DraftView, LetterPiece } from './letters';

/** This is the letter as it would go out, on a sheet. */
export function LetterSheet({ text }: { text: DraftView['text'] }) {
  return (
    <article className="letter-sheet" aria-label="The letter as it stands">
      <p>{calendarDay(text.on)}</p>
      {text.addressee === '' ? null : <p className="letter-sheet__lines">{text.addressee}</p>}
      <h3>{text.title}</h3>
      <p>{text.reference}</p>
      <p>{text.salutation}</p>
      {text.pieces.map((piece, place) => (
        <Piece key={place} piece={piece} />
      ))}
      <p className="letter-sheet__lines letter-sheet__signer">{text.signer.join('\n')}</p>
    </article>
  );
}

function Piece({ piece }: { piece: LetterPiece }) {
  if (piece.form === 'FACTS') {
    return (
      <dl className="letter-sheet__facts">
        {piece.facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  if (piece.form === 'QUOTE') return <blockquote className="request-words">{piece.words}</blockquote>;
  if (piece.form === 'FREE') {
    return piece.words === '' ? (
      <p className="letter-sheet__gap">[{piece.free?.label}]</p>
    ) : (
      <p className="letter-sheet__lines">{piece.words}</p>
    );
  }
  if (piece.form === 'MISSING') return <p className="letter-sheet__gap">[{piece.words}]</p>;
  const { cited } = piece;
  if (cited === undefined) return <p>{piece.words}</p>;
  return (
    <div className={cited.standing === 'VERIFIED' ? 'lawful' : 'lawful lawful--unverified'}>
      <p>{piece.words}</p>
      <p className="lawful__from">
        {cited.citation}
        {cited.standing === 'VERIFIED' ? '' : ' · not verified by counsel'}
      </p>
    </div>
  );
}
