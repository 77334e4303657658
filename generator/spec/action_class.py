"""Rules that class actions as reads or writes by name, title, text and fields (docs/design/inference.md)."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from .document import Document
from .inferred import infer

READ_ONLY: Final = "x-tc-read-only"
SECRET_READ: Final = "x-tc-secret-read"  # noqa: S105 - a key of the document
_START: Final = 200
"""Length of the part of a text that states the purpose, in characters."""
DOUBTFUL: Final = "doubtful: "
"""Start of the rule of an action whose name reads and whose text, or fields, may write. It is classed as a write."""

_READING: Final = (
    "Describe",
    "Describle",
    "Decribe",
    "Get",
    "List",
    "Query",
    "Search",
    "Inquire",
    "Inquiry",
    "Check",
    "Fetch",
    "View",
    "Look",
    "Count",
    "Find",
)
# Words before the verb: ChannelDescribeEmployees, BatchDescribeTask.
_NAME: Final = re.compile(rf"(?:Channel|Batch|Cloud|App|Sync|Voice)?(?P<verb>{'|'.join(_READING)})\d*(?![a-z])(?P<rest>.*)")
_WRITING_NAME: Final = re.compile(
    r"(?:Add|Create|Update|Modify|Delete|Upsert|Apply|Generate|Submit)(?![a-z])"
    r"|(?:Or|And)(?:Create|Update|Modify|Delete|Insert|Register|Set|Save|Lock|Bind|Send)"
)

_READ_WORDS: Final = (
    r"查询|查讯|查找|查看|查寻|获取|获得|拉取|列出|列举|罗列|(?<![\u4e00-\u9fffA-Za-z])列表|展示|显示|返回|读取|检索|搜索|搜寻|检查|校验|验证|检验|判断|统计|询价|询问|浏览|取得|描述|检测|(?<![\u4e00-\u9fff])查"
    r"|\b(?:quer(?:y|ies|ying)|gets?|getting|obtain(?:s|ing)?|retriev(?:e|es|ing)|lists?|listing|pull(?:s|ing)?|fetch(?:es|ing)?"
    r"|search(?:es|ing)?|check(?:s|ing)?|view(?:s|ing)?|describes?|reads?|returns?|inquir(?:e|es|y)|look(?:s|ing)? up|display(?:s|ing)?"
    r"|shows?|verif(?:y|ies)|count(?:s|ing)?)\b"
)
_WRITE_WORDS: Final = (
    r"创建|新建|生成|提交|导出|下载|上传|发送|发起|发布|新增|添加|增加|修改|更新|更改|变更|编辑|删除|移除|清空|设置|重置|开通|关闭|开启|启用|停用|禁用|申请"
    r"|执行|触发|启动|停止|终止|绑定|解绑|保存|登录|签发|颁发|兑换|扣减|扣除|领取|注册|下发|推送|同步|初始化|续期|续费|购买|下单|支付|标记|重试|分配|释放|占用"
    r"|\b(?:creat(?:e|es|ing)|generat(?:e|es|ing)|submit(?:s|ting)?|export(?:s|ing)?|download(?:s|ing)?|upload(?:s|ing)?|send(?:s|ing)?"
    r"|initiat(?:e|es|ing)|publish(?:es|ing)?|add(?:s|ing)?|modif(?:y|ies|ying)|updat(?:e|es|ing)|chang(?:e|es|ing)|delet(?:e|es|ing)"
    r"|remov(?:e|es|ing)|reset(?:s|ting)?|enabl(?:e|es|ing)|disabl(?:e|es|ing)|appl(?:y|ies|ying) for|execut(?:e|es|ing)|trigger(?:s|ing)?"
    r"|start(?:s|ing)?|stop(?:s|ping)?|bind(?:s|ing)?|sav(?:e|es|ing)|issu(?:e|es|ing)|register(?:s|ing)?|initializ(?:e|es|ing)"
    r"|renew(?:s|ing)?|purchas(?:e|es|ing))\b"
)
# The noun, or a word that qualifies one: 已绑定的插件, 导出任务, 下载链接, task creation.
_NOUN_AFTER: Final = (
    r"[^，。,.;；\s]{0,8}的|[者过时后前中量率数人页表码费项源端器卡号型组单包]|任务|状态|记录|结果|信息|详情|进度|链接|地址|日志|历史|次数|方式|策略|规则|参数"
    r"|文件|模板|流程|脚本|事件|类型|能力|情况|权限|趋势|分布|关系|实例|接口|统计|明细|方案|域名|速度|资格|条件|开关|选项|上限|限制|集群|主机|用户|客户|失败|成功"
    r"|异常|概览|排行|地域|计划|组件|服务|事项|申请|审批|会话|审计|路径|版本|需要|所需|余额|订单|价格"
    r"|[ _]?URL|[ ]?(?:task|job|record|histor|status|log|link|URL)"
)
_VERB: Final = re.compile(rf"(?P<read>{_READ_WORDS})|(?<![已被所可未待其能])(?P<write>{_WRITE_WORDS})(?!{_NOUN_AFTER})", re.IGNORECASE)
# A noun phrase: 命令执行检索, 云资源配置检查项列表.
_NOUN_PHRASE: Final = re.compile(
    r"(?:列表|详情|信息|统计|概览|总览|图|预览|记录|趋势|结果|状态|明细|数据|详细信息|名单|检索|查询|获取|查看|询价"
    r"|[a-z] (?:list|details|info|status|statistics))(?:接口|示例)?\W*\Z"
)
_READING_END: Final = re.compile(r"(?:检索|查询|查看|获取|询价)(?:接口)?(?:[（(][^（）()]*[）)])?\W*\Z")
_WRITING_END: Final = re.compile(r"(?:导出|下载|生成|提交|创建)(?:接口)?\W*\Z")
_STARTING: Final = re.compile(r"发起|触发|启动|initiat|trigger", re.IGNORECASE)
# The product or page before the title proper: 云支付-查询…, 【资源管理】判断….
_TITLE_PREFIX: Final = re.compile(r"\A(?:[^-【】\s]{1,10}-|【[^】]{1,20}】)\s*")
# The start of a text before its first verb: 本接口（DescribeX）用于….
_LEAD: Final = re.compile(
    r"\A(?:[\W_]|(?:该|本|此|通过)|接口|API\b|This (?:API|interface)|[A-Z]\w{6,}|is used to|用于|用来|主要|可以|可用|支持)*"
)
# A second act beside the reading one.
_SECOND_ACT: Final = re.compile(
    r"(?:[并且]|同时|然后|随后|(?<!规)则|将会|后台|自动)(?:会|且)?(?:自动|立即|重新|异步)?(?:创建|新建|生成|提交|发送|更新|修改|删除|重置|开通|保存|标记|触发|启动|注册)"
    r"(?!时间|的|于|者|方式|后|中|任务)"
    r"|不存在[^，。\n]{0,6}[，,]?\s*(?:则|会|就)?[^，。\n]{0,4}(?:创建|新建|生成)"
    r"|\b(?:and|then|also|will) (?:automatically )?(?:creates?|generates?|submits?|sends?|updates?|modif(?:y|ies)|deletes?|resets?|saves?"
    r"|triggers?|starts?|registers?)\b",
    re.IGNORECASE,
)
# A call that works once, or that starts a session which the service counts.
_ONCE: Final = re.compile(
    r"[仅只](?:可|能)(?:被)?(?:调用|获取|查看|查询|核身|使用)一次"
    r"|每次调用[^。\n]{0,24}前[，,]?\s*需先?调用|\bonly once\b|\bbefore each call\b",
    re.IGNORECASE,
)
# Checks that the service charges by the call.
_CHARGED: Final = re.compile(
    r"核验|待识别|[三四二]要素|评分|反欺诈服务|银行卡[^，。]{0,3}验证|人脸核身(?!结果)|anti-fraud|identity verification", re.IGNORECASE
)
_JOB: Final = re.compile(r"\w*(?:Task|Job|Export|Flow|Download|Async|Order|Deal|Session)_?Ids?|\w*(?:Task|Job)(?:Name|Key)|AsyncRequestId")

_CREDENTIALS: Final = re.compile(
    r"(?:获取|查询|拉取|返回|查看|下载|读取)[^，。\n的]{0,14}"
    r"(?:密钥|秘钥|凭证|凭据|票据|密码|口令|令牌|token|kubeconfig|UserSig|私钥|aeskey)(?=[，,。；;）)\s和与及]|文件|内容|\Z)"
    r"|\b(?:gets?|obtain|query|quer(?:y|ies)|return)s? (?:a |an |the )?(?:\w+ ){0,3}"
    r"(?:credentials|kubeconfig|private key|access token|password)\b",
    re.IGNORECASE,
)
_CREDENTIALS_NAME: Final = re.compile(
    r".*(?:Kube_?[Cc]onfig|Credential|Token|Password|Passwd|SecretValue|SecretKey|PrivateKey|AESKey|UserSig|AuthSignature|Ticket|STS|Sts|AuthCode|TmpKey)s?"
)


class ActionClass(NamedTuple):
    """Class of an action, and the rule that infers it."""

    read_only: bool
    rule: str

    @property
    def doubtful(self) -> bool:
        """True if the name reads and the text, or the fields, may write."""
        return self.rule.startswith(DOUBTFUL)


def mark_class(operation: Document, title: str, text: str, *, requests: Collection[str], results: Collection[str]) -> None:
    """Infer `x-tc-read-only` of an operation, and `x-tc-secret-read` if its name or text says so; see `action_class`."""
    name = str(operation["operationId"])
    inferred = action_class(name, title, text, requests=requests, results=results)
    infer(operation, READ_ONLY, value=inferred.read_only, rule=inferred.rule)
    if inferred.read_only and hands_out_credentials(name, title, text):
        infer(operation, SECRET_READ, value=True, rule="credentials by its text")


def action_class(name: str, title: str, text: str, *, requests: Collection[str], results: Collection[str]) -> ActionClass:
    """Return the class of an action.

    Args:
        name: Wire name.
        title: Documented title; empty if there is none.
        text: Documented text, without markup.
        requests: Wire names of the fields of its request.
        results: Wire names of the fields of its response.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        return ActionClass(read_only=False, rule="no reading prefix")
    prefix = f"prefix {match['verb']}"
    if match["rest"].startswith("Price") and match["verb"] in ("Inquire", "Inquiry"):
        return ActionClass(read_only=True, rule=prefix)
    reason = _doubt(match["rest"], _TITLE_PREFIX.sub("", title), text, requests, results)
    return ActionClass(read_only=reason is None, rule=prefix if reason is None else f"{DOUBTFUL}{reason}")


def hands_out_credentials(name: str, title: str, text: str) -> bool:
    """Return whether name, title or text of a read say that it returns credentials."""
    return _CREDENTIALS_NAME.fullmatch(name) is not None or any(_CREDENTIALS.search(part) for part in (title, text[:_START]))


def _doubt(rest: str, title: str, text: str, requests: Collection[str], results: Collection[str]) -> str | None:
    """Return the first sign of a write, or None."""
    lead = _LEAD.match(text)
    opening = re.split(r"[。\n;；]|\.\s", text[lead.end() if lead else 0 :][:_START], maxsplit=1)[0]
    reads = _reads(title or opening)
    if reads is False:
        return "title"
    if not reads and _WRITING_NAME.search(rest):
        return "name"
    first = _VERB.match(opening)
    if _STARTING.match(opening) or (
        first is not None and first.lastgroup == "write" and not any(verb.lastgroup == "read" for verb in _VERB.finditer(opening))
    ):
        return "text"
    if any(_SECOND_ACT.search(part) for part in (title, text)):
        return "second act"
    if _ONCE.search(text):
        return "single use"
    if any(_CHARGED.search(part) for part in (title, opening)) and (_VERB.match(title) is None):
        return "charged"
    made = [field for field in results if field != "RequestId"]
    if made and "ID" not in title and all(_JOB.fullmatch(field) and field not in requests for field in made):
        return "new task"
    return None


def _reads(title: str) -> bool | None:
    """Return whether the first verb of a title reads; None if the title has no verb."""
    first = _VERB.search(title)
    if first is None:
        return None
    if first.start() > 0 and _WRITING_END.search(title):
        return False
    if first.lastgroup == "read" or _READING_END.search(title):
        return True
    return first.start() > 0 and _NOUN_PHRASE.search(title) is not None
