// SPDX-License-Identifier: Apache-2.0
// What the page says, in Vietnamese and English. Words that depend on the plan come with it.

const kWords = {
  skip: ["Đến danh sách nhiệm vụ", "Skip to the tasks"],
  product: ["Nhiệm vụ trong văn bản", "Tasks in a document"],
  save_json: ["Tải dữ liệu (JSON)", "Save the data (JSON)"],
  print: ["In nhiệm vụ", "Print the tasks"],
  dark: ["Nền tối", "Dark"],
  light: ["Nền sáng", "Light"],
  language: ["English", "Tiếng Việt"],
  number: ["Số, ký hiệu", "Number"],
  no_number: ["để trống", "left blank"],
  issuer: ["Cơ quan ban hành", "Issued by"],
  issued: ["Ngày ban hành", "Issued on"],
  issued_between: ["để trống; suy ra trong khoảng", "left blank; between"],
  issued_from: ["để trống; không sớm hơn", "left blank; not before"],
  issued_until: ["để trống; không muộn hơn", "left blank; not after"],
  issued_year: ["để trống; năm", "left blank; year"],
  and: ["đến", "and"],
  unknown: ["không nêu", "not stated"],
  signer: ["Người ký", "Signed by"],
  addressees: ["Kính gửi", "To"],
  figures: ["Số liệu của văn bản; bấm để lọc nhiệm vụ", "Figures; press one to filter the tasks"],
  figure_tasks: ["nhiệm vụ", "tasks"],
  figure_agencies: ["cơ quan chủ trì", "lead agencies"],
  figure_dated: ["nhiệm vụ có thời hạn", "tasks with a deadline"],
  figure_targets: ["nhiệm vụ có chỉ tiêu", "tasks with a target"],
  figure_review: ["nhiệm vụ cần xem kỹ", "tasks to check"],
  findings: ["Vấn đề của văn bản", "What is wrong with the document"],
  no_findings: ["Không thấy vấn đề nào về thời hạn, ngày tháng và viện dẫn.", "No problem was found with deadlines, dates and citations."],
  see_clause: ["Xem điểm", "See clause"],
  see_text: ["Xem trong văn bản", "See it in the text"],
  months: ["Số nhiệm vụ đến hạn theo tháng", "Tasks due, by month"],
  month: ["Tháng", "Month"],
  panes: ["Phần đang xem", "What to show"],
  tasks: ["Nhiệm vụ", "Tasks"],
  document: ["Văn bản", "Document"],
  filters: ["Tìm và lọc nhiệm vụ", "Search and filter the tasks"],
  search: ["Tìm nhiệm vụ", "Search the tasks"],
  search_hint: ["Tìm trong nhiệm vụ, không cần gõ dấu  ( / )", "Search, with or without accents  ( / )"],
  agency: ["Cơ quan", "Agency"],
  all_agencies: ["Tất cả cơ quan", "All agencies"],
  leading: ["Chủ trì", "Leading"],
  coordinating: ["Phối hợp", "Coordinating"],
  nobody: ["Không nêu cơ quan", "No agency named"],
  kind: ["Thời hạn", "Deadline"],
  all_kinds: ["Tất cả thời hạn", "All deadlines"],
  by: ["Có ngày cụ thể", "By a date"],
  recurring: ["Định kỳ", "Recurring"],
  continuous: ["Thường xuyên", "Continuous"],
  relative: ["Tính từ một sự kiện", "After an event"],
  none: ["Không nêu thời hạn", "No deadline"],
  sort: ["Sắp xếp", "Order"],
  sort_clause: ["Theo điểm, khoản", "By clause"],
  sort_deadline: ["Theo thời hạn", "By deadline"],
  sort_agency: ["Theo cơ quan chủ trì", "By lead agency"],
  clear: ["Bỏ lọc", "Clear the filters"],
  count: ["nhiệm vụ", "tasks"],
  nothing: ["Không có nhiệm vụ nào khớp. Hãy bỏ bớt điều kiện lọc.", "No task matches. Remove a filter."],
  empty: ["Văn bản này không giao nhiệm vụ nào.", "This document gives no tasks."],
  clause: ["Điểm", "Clause"],
  lead: ["Chủ trì", "Lead"],
  with: ["phối hợp", "with"],
  due: ["Hạn", "Due"],
  target: ["Chỉ tiêu", "Target"],
  targets: ["Chỉ tiêu", "Targets"],
  references: ["Viện dẫn", "Cites"],
  product_of: ["Sản phẩm", "Output"],
  stages: ["Mốc khác", "Other dates"],
  inherited: ["theo đề mục hoặc bảng", "from the heading or table"],
  phrase: ["Nguyên văn hạn", "Its words"],
  review: ["cần xem kỹ", "check this"],
  certainty: ["Độ chắc chắn", "Certainty"],
  page: ["Trang", "Page"],
  open_task: ["Mở nhiệm vụ", "Open task"],
  foot: ["Phần mềm đề xuất từ văn bản; người có trách nhiệm xem và quyết định. Trang này không gửi gì ra ngoài.",
         "Proposed by software from the document; a person decides. This page sends nothing anywhere."],
  keys: ["Phím tắt", "Keys"],
  close: ["Đóng", "Close"],
  key_search: ["tìm nhiệm vụ", "search the tasks"],
  key_next: ["nhiệm vụ tiếp theo", "next task"],
  key_previous: ["nhiệm vụ trước", "previous task"],
  key_open: ["mở nhiệm vụ và câu gốc trong văn bản", "open the task and its sentence"],
  key_escape: ["đóng nhiệm vụ, bỏ tìm kiếm", "close the task, leave the search"],
  key_help: ["danh sách phím", "this list"],
};

const kLanguages = ["vi", "en"];
let language = "vi";
const word = (key) => kWords[key][kLanguages.indexOf(language)];
const say = (both) => both[language];

function paper_date(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const english = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return language === "vi" ? `${day}/${month}/${year}` : new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en-GB", english);
}

function month_name(year_and_month) {
  const [year, month] = year_and_month.split("-").map(Number);
  return `${word("month")} ${month}/${year}`;
}
