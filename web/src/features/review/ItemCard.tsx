// SPDX-License-Identifier: Apache-2.0
import { IconArrowMerge, IconArrowsSplit, IconCheck, IconCircleDashed, IconMinus, IconPlus } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { InstantText } from "@/design/DateTexts";
import { StateBadge } from "@/design/StateBadge";
import { markedQuote, type ReviewFinding, type ReviewItem, type ReviewParty, targetText } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import { Certainty, Reasons } from "./Certainty";
import { DeadlineLine } from "./DeadlineLine";
import styles from "./ItemCard.module.css";
import type { Reason } from "./look";
import { isOpenParty, PartyText, WhichOrganisation } from "./PartyText";

export interface CardActions {
  onSelect: (id: string) => void;
  onChooseParty: (item: ReviewItem, field: "owners" | "coordinators", old: ReviewParty, chosen: ReviewParty) => void;
  onSearchParty: (item: ReviewItem) => void;
}

interface ItemCardProps extends CardActions {
  item: ReviewItem;
  findings: readonly ReviewFinding[];
  reasons: readonly Reason[];
  selected: boolean;
  /** A command on this task is on its way, and the server cannot be reached. */
  delayed: boolean;
  mayReview: boolean;
  /** The day on which names and groups are read: the document's. */
  on: string | undefined;
  /** The commands of the selected task, or the form that is open in it. */
  children?: ReactNode;
  editing: boolean;
}

const states = {
  proposed: { tone: "informing", sign: IconCircleDashed }, accepted: { tone: "kept", sign: IconCheck },
  skipped: { tone: "waiting", sign: IconMinus }, replaced: { tone: "waiting", sign: IconMinus },
} as const;
const origins = { added: IconPlus, split: IconArrowsSplit, merged: IconArrowMerge };

export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { item, reasons, selected, editing, delayed, onSelect } = props;
  const { t } = useTranslation("review");
  const state = states[item.state];
  const Origin = item.origin === "read" ? null : origins[item.origin];
  return (
    <li className={styles.card} id={`task-${item.id}`} data-state={item.state} data-selected={selected || undefined} data-look={reasons.length > 0 || undefined}>
      {/* The button with the summary does the same by keyboard; a click anywhere on the card is only more comfortable. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={styles.inside} onClick={(event) => {
        if (selected || (event.target as HTMLElement).closest("a, button, input, textarea, select, label") || window.getSelection()?.toString()) return;
        onSelect(item.id);
      }}>
        <p className={styles.top}>
          <span className={styles.clause}>{item.clause || t("no_clause")}</span>
          <StateBadge tone={state.tone} sign={state.sign}>{t(`state.${item.state}`)}</StateBadge>
          {Origin && <span className={styles.origin}><Origin aria-hidden size={16} />{t(`origin.${item.origin}`)}</span>}
          {delayed && <span className={styles.origin}>{t("not_saved_yet")}</span>}
        </p>
        <h3 className={styles.summary} hidden={editing}>
          <button type="button" data-card-button={item.id} aria-expanded={selected} aria-current={selected || undefined} onClick={() => onSelect(item.id)} lang="vi">
            {item.summary || item.text}
          </button>
        </h3>
        {editing ? props.children : <><Facts {...props} />{selected && <Opened {...props} />}{selected && props.children}</>}
      </div>
    </li>
  );
});

function Parties({ parties, on, strong }: { parties: ReviewParty[]; on: string | undefined; strong?: boolean }) {
  return parties.map((party, index) => (
    <span key={`${party.name}-${index}`}>{index > 0 && "; "}<PartyText party={party} on={on} strong={strong} /></span>
  ));
}

function Facts({ item, reasons, on, findings, mayReview, selected, onChooseParty, onSearchParty }: ItemCardProps) {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const open = (["owners", "coordinators"] as const).flatMap((field) => item[field].filter(isOpenParty).map((party) => ({ field, party })));
  return (
    <>
      <dl className={styles.facts}>
        <div><dt>{t("field.owners")}</dt><dd>{item.owners.length > 0 ? <Parties parties={item.owners} on={on} strong /> : <em className={styles.missing}>{t("no_owner")}</em>}</dd></div>
        {item.coordinators.length > 0 && <div><dt>{t("field.coordinators")}</dt><dd><Parties parties={item.coordinators} on={on} /></dd></div>}
        <div><dt>{t("field.deadline")}</dt><dd>{item.deadline ? <DeadlineLine deadline={item.deadline} explained={selected} /> : <span className="quiet">{t("no_deadline")}</span>}</dd></div>
        {item.targets.length > 0 && <div><dt>{t("field.targets")}</dt><dd>{item.targets.map((target) => targetText(target, language)).join("; ")}</dd></div>}
        {item.product && <div><dt>{t("field.product")}</dt><dd lang="vi">{item.product}</dd></div>}
      </dl>
      {mayReview && item.state !== "skipped" && open.slice(0, selected ? undefined : 1).map(({ field, party }, index) => (
        <WhichOrganisation key={`${party.name}-${index}`} party={party} onChoose={(chosen) => onChooseParty(item, field, party, chosen)} onSearch={() => onSearchParty(item)} />
      ))}
      {item.state === "proposed" && <Reasons reasons={reasons} />}
      {findings.map((finding) => <p key={finding.code + finding.place.from} className={styles.finding}>{finding.message}</p>)}
    </>
  );
}

/** What only the selected task shows: its exact words, the rest of what was read, and how sure that is. */
function Opened({ item }: ItemCardProps) {
  const { t } = useTranslation("review");
  const phrases = [item.deadline?.stated.phrase ?? "", ...item.other_deadlines.map((one) => one.stated.phrase), ...item.targets.map((target) => target.phrase)];
  return (
    <div className={styles.opened}>
      {item.text && <blockquote className={styles.quote} lang="vi">{markedQuote(item.text, phrases).map(([words, marked], index) => (marked ? <b key={index}>{words}</b> : words))}</blockquote>}
      <dl className={styles.facts}>
        {item.other_deadlines.length > 0 && <div><dt>{t("field.other_deadlines")}</dt><dd>{item.other_deadlines.map((one, index) => <div key={index}><DeadlineLine deadline={one} explained={false} /></div>)}</dd></div>}
        {item.references.length > 0 && <div><dt>{t("field.references")}</dt><dd>{item.references.map((one) => one.number).join("; ")}</dd></div>}
        {item.note && <div><dt>{t("field.note")}</dt><dd>{item.note}</dd></div>}
      </dl>
      {item.origin !== "added" && <Certainty confidence={item.confidence} />}
      {item.edited_by && item.edited_at && <p className={styles.edited}>{t("edited_by", { name: item.edited_by.name })} <InstantText instant={item.edited_at} /></p>}
    </div>
  );
}
